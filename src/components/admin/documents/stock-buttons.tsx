'use client'

import { useState } from 'react'
import type { NewFacts } from '@/components/admin/lists/new-buttons'
import { AdjustStock, ReceiveStock, type StockPlace } from '@/components/admin/new/stock-forms'

/** What can be done with the stock of one place: receive goods, correct the count. */
export function StockButtons({ place, facts, may }: { place: StockPlace; facts: NewFacts; may: { adjust: boolean; receive: boolean } }) {
  const [open, setOpen] = useState<'adjust' | 'receive' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className="tf-actions">
      {may.receive ? (
        <button type="button" className="tf-button" data-look="primary" onClick={() => setOpen('receive')}>
          Receive goods
        </button>
      ) : null}
      {may.adjust ? (
        <button type="button" className="tf-button" onClick={() => setOpen('adjust')}>
          Adjust stock
        </button>
      ) : null}
      {open === 'adjust' ? <AdjustStock facts={facts} place={place} onClose={close} /> : null}
      {open === 'receive' ? <ReceiveStock facts={facts} place={place} onClose={close} /> : null}
    </div>
  )
}
