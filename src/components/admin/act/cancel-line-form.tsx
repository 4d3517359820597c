'use client'

import { ChoiceField, NoteField, TextField } from '@/components/admin/act/fields'
import { SendForm } from '@/components/admin/act/form'
import { Sheet } from '@/components/admin/act/sheet'
import type { SpecialProps } from '@/components/admin/act/special'
import { given, quantityOf, textOf } from '@/components/admin/act/values'

/** Cancels what is open of one line, or a part of it. */
export function CancelLineForm({ action, document, onClose }: SpecialProps) {
  const lines = (document.lines ?? []).filter((line) => Number(line.open) > 0)
  return (
    <Sheet title={`Cancel a line of ${document.title}`} intro="What is cancelled becomes available again for others." onClose={onClose} wide>
      <SendForm
        submit="Cancel line"
        look="danger-fill"
        done="Line cancelled"
        onClose={onClose}
        build={(form) => {
          const text = textOf(form, 'quantity')
          const quantity = text === undefined ? undefined : quantityOf(text)
          if (quantity === null) return 'Give the quantity as a number, or leave it empty for all that is open.'
          return { path: `/orders/${document.id}/${action.verb}`, body: given({ line: textOf(form, 'line') ?? '', quantity, reason: textOf(form, 'reason') }) }
        }}
      >
        {(wrong) => (
          <div className="tf-fields">
            <ChoiceField name="line" label="Line" options={lines.map(({ id, sku, name, open, unit }) => ({ value: id, label: `${sku} ${name}: ${open} ${unit} open` }))} wrong={wrong['line']} />
            <TextField name="quantity" label="Quantity" inputMode="decimal" half required={false} help="All that is open when left empty" wrong={wrong['quantity']} />
            <NoteField name="reason" label="Reason" required={false} wrong={wrong['reason']} />
          </div>
        )}
      </SendForm>
    </Sheet>
  )
}
