import { useEffect, useState } from 'react'
import { findDocs } from '@/components/admin/act/send'
import type { OpenInvoice } from '@/components/admin/new/allocation-rows'

/** The buyer's posted invoices with something open, in the payment's currency, by due day. */
export function useOpenInvoices(buyer: string | null, currency: string): OpenInvoice[] {
  const [found, setFound] = useState<{ buyer: string; invoices: OpenInvoice[] } | null>(null)
  useEffect(() => {
    if (!buyer) return
    const query = new URLSearchParams({ limit: '50', depth: '0', sort: 'dueOn' })
    const conditions = { counterparty: buyer, status: 'posted', kind: 'invoice', currency }
    Object.entries(conditions).forEach(([field, value], index) => query.set(`where[and][${index}][${field}][equals]`, value))
    query.set('where[and][4][openMinor][greater_than]', '0')
    void findDocs<OpenInvoice>('invoices', query).then((invoices) => setFound({ buyer, invoices }))
  }, [buyer, currency])
  return found && found.buyer === buyer ? found.invoices : []
}
