'use client'

import { useState, type ComponentType } from 'react'
import type { NewKey } from '@/components/admin/lists/list-actions'
import { NewDealer } from '@/components/admin/new/new-dealer'
import { NewSupplier } from '@/components/admin/new/new-supplier'
import { NewOrder } from '@/components/admin/new/new-order'
import { InvitePerson } from '@/components/admin/new/invite-person'
import { RecordPayment } from '@/components/admin/new/record-payment'
import { AdjustStock, ReceiveStock } from '@/components/admin/new/stock-forms'

/** What the forms need to know of the organization they work for. */
export interface NewFacts {
  organization: string
  currency: string
  today: string
  locale: string
}

export interface NewFormProps {
  facts: NewFacts
  onClose: () => void
}

const FORMS: Readonly<Record<NewKey, { label: string; Form: ComponentType<NewFormProps> }>> = {
  order: { label: 'New order', Form: NewOrder },
  dealer: { label: 'New dealer', Form: NewDealer },
  supplier: { label: 'New supplier', Form: NewSupplier },
  payment: { label: 'Record payment', Form: RecordPayment },
  'adjust-stock': { label: 'Adjust stock', Form: AdjustStock },
  'receive-stock': { label: 'Receive goods', Form: ReceiveStock },
  invite: { label: 'Invite person', Form: InvitePerson },
}

/** Buttons above a list that open a form in a drawer; the first is the primary one. */
export function NewButtons({ actions, facts }: { actions: readonly NewKey[]; facts: NewFacts }) {
  const [open, setOpen] = useState<NewKey | null>(null)
  const Form = open ? FORMS[open].Form : null
  return (
    <>
      {actions.map((key, index) => (
        <button key={key} type="button" className="tf-button" data-look={index === 0 ? 'primary' : 'plain'} onClick={() => setOpen(key)}>
          {FORMS[key].label}
        </button>
      ))}
      {Form ? <Form facts={facts} onClose={() => setOpen(null)} /> : null}
    </>
  )
}
