'use client'

import { useEffect, useState } from 'react'
import type { AskedPerson, AskedRecord } from '@/components/admin/access/access-desk'
import { WhoSees } from '@/components/admin/access/who-sees'
import { ExplainedAnswer } from '@/components/admin/act/explained'
import { ChoiceField } from '@/components/admin/act/fields'
import { Pick, type PickDoc, type PickSource } from '@/components/admin/act/pick'
import { send } from '@/components/admin/act/send'
import { Card } from '@/components/admin/frame/card'

interface Kind {
  label: string
  search: readonly string[]
  /** Whether the API lists what can be done with it. */
  hasActions: boolean
}

const KINDS = {
  orders: { label: 'Order', search: ['number', 'poReference', 'buyerName'], hasActions: true },
  shipments: { label: 'Shipment', search: ['number'], hasActions: true },
  invoices: { label: 'Invoice', search: ['number', 'buyerName'], hasActions: true },
  payments: { label: 'Payment', search: ['number', 'buyerName'], hasActions: true },
  dealers: { label: 'Dealer', search: ['name', 'code'], hasActions: true },
  organizations: { label: 'Organization', search: ['name', 'code'], hasActions: false },
  products: { label: 'Product', search: ['name'], hasActions: false },
  warehouses: { label: 'Warehouse', search: ['name', 'code'], hasActions: false },
} satisfies Record<string, Kind>

type KindOf = keyof typeof KINDS

const isKind = (text: string): text is KindOf => Object.hasOwn(KINDS, text)
const kindOf = (opened: AskedRecord | null): KindOf => (opened && isKind(opened.collection) ? opened.collection : 'orders')

const TITLES = ['number', 'code', 'name', 'buyerName'] as const

const titleOf = (doc: PickDoc): string => TITLES.map((field) => doc[field]).filter((value) => typeof value === 'string' && value !== '').join(' · ') || doc.id

/** What a person may do with one record, verb by verb, and who can see it. */
export function RecordQuestion({ person, opened }: { person: AskedPerson | null; opened: AskedRecord | null }) {
  const [collection, setCollection] = useState<KindOf>(kindOf(opened))
  const [record, setRecord] = useState<AskedRecord | null>(opened)
  const { label, search, hasActions } = KINDS[collection]
  const source: PickSource = { collection, search, text: titleOf }
  return (
    <Card title="A record">
      <div className="tf-form">
        <div className="tf-fields">
          <ChoiceField
            half
            name="collection"
            label="Kind"
            defaultValue={collection}
            options={Object.entries(KINDS).map(([value, kind]) => ({ value, label: kind.label }))}
            onChoose={(chosen) => {
              setCollection(isKind(chosen) ? chosen : 'orders')
              setRecord(null)
            }}
          />
          <Pick half key={collection} name="record" label={label} source={source} placeholder={opened?.title ?? 'Number or name'} onPick={(doc) => setRecord(doc ? { collection, id: doc.id, title: titleOf(doc) } : null)} />
        </div>
        {record ? <Answers person={person} record={record} hasActions={hasActions} /> : <p className="tf-muted">Choose a record to see who can see it; with a person, also what that person may do with it.</p>}
      </div>
    </Card>
  )
}

function Answers({ person, record, hasActions }: { person: AskedPerson | null; record: AskedRecord; hasActions: boolean }) {
  const verbs = useVerbs(record, hasActions)
  return (
    <>
      {person ? (
        <ul className="tf-asked" aria-label={`What ${person.name} may do with ${record.title}`}>
          {verbs.map(({ verb, label }) => (
            <li key={verb}>
              <strong>{label}</strong>
              <ExplainedAnswer key={`${person.user} ${record.id} ${verb}`} ask={`?collection=${record.collection}&id=${record.id}&verb=${verb}&person=${person.user}`} />
            </li>
          ))}
        </ul>
      ) : null}
      <WhoSees key={record.id} record={record} />
    </>
  )
}

interface Verb {
  verb: string
  label: string
}

const SEE: Verb = { verb: 'see', label: 'See it' }

function useVerbs({ collection, id }: AskedRecord, hasActions: boolean): readonly Verb[] {
  const [actions, setActions] = useState<readonly Verb[]>([])
  useEffect(() => {
    if (!hasActions) return undefined
    let isCurrent = true
    void send<Verb[]>(`/${collection}/${id}/actions`, { method: 'GET' }).then((answer) => (isCurrent ? setActions(answer.ok ? answer.data : []) : undefined))
    return () => {
      isCurrent = false
    }
  }, [collection, id, hasActions])
  return hasActions ? [SEE, ...actions] : [SEE]
}
