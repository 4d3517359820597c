'use client'

import { formatDate, formatMinor } from '@/components/ui/format'
import { minorOf, textOf } from '@/components/admin/act/values'

export interface OpenInvoice {
  id: string
  number: string
  dueOn: string
  openMinor: number
  currency: string
}

/** One amount per open invoice; empty ones are not settled. */
export function AllocationRows({ invoices, locale }: { invoices: readonly OpenInvoice[]; locale: string }) {
  if (invoices.length === 0) return <p className="tf-field tf-muted">No open invoices in this currency.</p>
  return (
    <div className="tf-field tf-scroll">
      <table className="tf-table">
        <thead>
          <tr>
            <th>Invoice</th>
            <th>Due</th>
            <th data-align="number">Open</th>
            <th data-align="number">Settle</th>
          </tr>
        </thead>
        <tbody>
          {invoices.map(({ id, number, dueOn, openMinor, currency }) => (
            <tr key={id}>
              <td>{number}</td>
              <td>{formatDate(dueOn, 'date', { locale })}</td>
              <td data-align="number">{formatMinor(openMinor, currency, locale)}</td>
              <td data-align="number">
                <input className="tf-input" data-align="number" name={`allocate.${id}`} inputMode="decimal" aria-label={`Amount for ${number}`} placeholder="0.00" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What the rows say, or null when none has an amount. */
export function allocationsOf(form: FormData, invoices: readonly OpenInvoice[], currency: string): { invoice: string; amountMinor: number }[] | null {
  const rows = invoices.flatMap(({ id }) => {
    const amountMinor = minorOf(textOf(form, `allocate.${id}`) ?? '', currency)
    return amountMinor !== null && amountMinor > 0 ? [{ invoice: id, amountMinor }] : []
  })
  return rows.length > 0 ? rows : null
}
