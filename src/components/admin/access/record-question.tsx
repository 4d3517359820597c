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

const KINDS: Readonly<Record<string, Kind>> = {
  orders: { label: 'Order', search: ['number', 'poReference', 'buyerName'], hasActions: true },
  shipments: { label: 'Shipment', search: ['number'], hasActions: true },
  invoices: { label: 'Invoice', search: ['number', 'buyerName'], hasActions: true },
  payments: { label: 'Payment', search: ['number', 'buyerName'], hasActions: true },
  dealers: { label: 'Dealer', search: ['name', 'code'], hasActions: true },
  organizations: { label: 'Organization', search: ['name', 'code'], hasActions: false },
  products: { label: 'Product', search: ['name'], hasActions: false },
  warehouses: { label: 'Warehouse', search: ['name', 'code'], hasActions: false },
}

const TITLES = ['number', 'code', 'name', 'buyerName'] as const

const titleOf = (doc: PickDoc): string => TITLES.map((field) => doc[field]).filter((value) => typeof value === 'string' && value !== '').join(' · ') || doc.id

/** What a person may do with one record, verb by verb, and who can see it. */
export function RecordQuestion({ person, opened }: { person: AskedPerson | null; opened: AskedRecord | null }) {
  const [collection, setCollection] = useState(opened && KINDS[opened.collection] ? opened.collection : 'orders')
  const [record, setRecord] = useState<AskedRecord | null>(opened)
  const kind = KINDS[collection]
  const source: PickSource = { collection, search: kind?.search ?? [], text: titleOf }
  return (
    <Card title="A record">
      <div className="tf-form">
        <div className="tf-fields">
          <ChoiceField
            half
            name="collection"
            label="Kind"
            defaultValue={collection}
            options={Object.entries(KINDS).map(([value, { label }]) => ({ value, label }))}
            onChoose={(chosen) => {
              setCollection(chosen)
              setRecord(null)
            }}
          />
          <Pick half key={collection} name="record" label={kind?.label ?? 'Record'} source={source} placeholder={opened?.title ?? 'Number or name'} onPick={(doc) => setRecord(doc ? { collection, id: doc.id, title: titleOf(doc) } : null)} />
        </div>
        {record ? <Answers person={person} record={record} hasActions={kind?.hasActions ?? false} /> : <p className="tf-muted">Choose a record to see who can see it; with a person, also what that person may do with it.</p>}
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
  const [verbs, setVerbs] = useState<readonly Verb[]>([SEE])
  useEffect(() => {
    if (!hasActions) return setVerbs([SEE])
    let isCurrent = true
    void send<Verb[]>(`/${collection}/${id}/actions`, { method: 'GET' }).then((answer) => (isCurrent ? setVerbs([SEE, ...(answer.ok ? answer.data : [])]) : undefined))
    return () => {
      isCurrent = false
    }
  }, [collection, id, hasActions])
  return verbs
}
