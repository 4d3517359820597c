'use client'

import type { Action, ActionField } from '@/platform/actions'
import { NoteField, TextField } from '@/components/admin/act/fields'
import { RemoteChoice } from '@/components/admin/act/remote-choice'
import { SendForm } from '@/components/admin/act/form'
import { Sheet } from '@/components/admin/act/sheet'
import type { DocumentFacts } from '@/components/admin/act/special'
import { minorOf, quantityOf, textOf } from '@/components/admin/act/values'

/** Confirms a verb and asks for what it needs, from the fields the API declares. */
export function ActionForm({ action, document, isDangerous, onClose }: { action: Action; document: DocumentFacts; isDangerous: boolean; onClose: () => void }) {
  const { verb, label, confirm } = action
  const fields = action.fields ?? []
  return (
    <Sheet title={`${label}: ${document.title}`} intro={confirm ?? (fields.length === 0 ? `This is done at once.` : undefined)} onClose={onClose} wide={fields.length > 2}>
      <SendForm
        submit={label}
        look={isDangerous ? 'danger-fill' : 'primary'}
        done={`${document.title}: ${label.toLowerCase()} done`}
        onClose={onClose}
        next={() => (isRemoval(verb) ? `/admin/collections/${document.list ?? document.collection}` : null)}
        build={(form) => {
          const body = bodyOf(form, fields, document)
          if (typeof body === 'string') return body
          const path = `/${document.collection}/${document.id}`
          return isRemoval(verb) ? { path, method: 'DELETE', body: undefined } : { path: `${path}/${verb}`, body }
        }}
      >
        {(wrong) => (fields.length > 0 ? <div className="tf-fields">{fields.map((field) => <Input key={field.name} field={field} wrong={wrong[field.name]} document={document} />)}</div> : null)}
      </SendForm>
    </Sheet>
  )
}

function Input({ field: { name, label, type, required, source }, wrong, document: { currency, values } }: { field: ActionField; wrong: string | undefined; document: DocumentFacts }) {
  const now = values?.[name]
  const common = { name, label: type === 'amount' ? `${label} (${currency})` : label, wrong, required: required === true, ...(now ? { defaultValue: now } : {}) }
  if (type === 'note') return <NoteField {...common} />
  if (type === 'choice') return <RemoteChoice {...common} source={source ?? ''} />
  return <TextField {...common} {...LOOKS[type]} />
}

const LOOKS: Readonly<Partial<Record<ActionField['type'], { type?: 'date'; inputMode?: 'decimal'; half: boolean }>>> = {
  day: { type: 'date', half: true },
  amount: { inputMode: 'decimal', half: true },
  quantity: { inputMode: 'decimal', half: true },
}

function bodyOf(form: FormData, fields: readonly ActionField[], { currency, values }: DocumentFacts): Record<string, unknown> | string {
  const body: Record<string, unknown> = {}
  for (const { name, label, type, required } of fields) {
    const text = textOf(form, name)
    if (text === undefined) {
      if (required) return `${label} is needed.`
      // An emptied text is a change; a field that was empty is none.
      if (values?.[name]) body[name] = ''
      continue
    }
    const value = type === 'amount' ? minorOf(text, currency) : type === 'quantity' ? quantityOf(text) : text
    if (value === null) return `${label} is no ${type}.`
    body[name] = value
  }
  return body
}

/** Drafts are removed by DELETE, whatever the button is called. */
function isRemoval(verb: string): boolean {
  return verb === 'delete' || verb === 'discard' || verb === 'remove'
}
