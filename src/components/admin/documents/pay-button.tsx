'use client'

import { useState } from 'react'
import type { NewFacts } from '@/components/admin/lists/new-buttons'
import { RecordPayment, type PaymentStart } from '@/components/admin/new/record-payment'

/** Records a payment of this invoice's buyer, beginning with what is open. */
export function PayButton({ facts, start }: { facts: NewFacts; start: PaymentStart }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="tf-button" data-look="primary" onClick={() => setOpen(true)}>
        Record payment
      </button>
      {isOpen ? <RecordPayment facts={facts} start={start} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
