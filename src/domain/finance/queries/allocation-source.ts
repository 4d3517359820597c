import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** The payment or credit note an allocation took money from; null for what the reader does not reach. */
export async function allocationSource(reader: Reader, id: string): Promise<{ collection: 'payments' | 'invoices'; id: string } | null> {
  const to = bindings([id])
  const [row] = await reader.rows<{ payment: string | null; creditNote: string | null }>(
    `select a.payment_id as payment, a.credit_note_id as "creditNote" from allocations a where a.id = $1::uuid and ${sqlOf(reader.reach('allocations'), 'a', to)}`,
    to.values,
  )
  if (row?.payment) return { collection: 'payments', id: row.payment }
  return row?.creditNote ? { collection: 'invoices', id: row.creditNote } : null
}
