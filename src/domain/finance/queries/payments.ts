import { paymentActions } from '@/domain/finance/actions'
import { ALLOCATION_COLUMNS, ALLOCATION_TABLES, type AllocationView } from '@/domain/finance/queries/invoice-page'
import { escapedLike, pageOf } from '@/domain/finance/queries/list-invoices'
import type { PaymentRow } from '@/domain/finance/rows'
import { newestOf } from '@/domain/finance/queries/newest'
import { refuse } from '@/kernel/errors'
import type { Day } from '@/kernel/period'
import type { Action } from '@/platform/actions'
import { bindings, sqlOf, type Bindings } from '@/platform/access/sql'
import { sideOf } from '@/platform/access/scope'
import type { Reader } from '@/platform/reader'

/** What a list of payments is narrowed by; `from` and `to` are the first and the last day of receipt. */
export interface PaymentsWish {
  status?: PaymentRow['status'] | undefined
  seller?: string | undefined
  buyer?: string | undefined
  /** a branch of the seller */
  sellerBranch?: string | undefined
  /** true: only those with credit left */
  unapplied?: boolean | undefined
  from?: Day | undefined
  to?: Day | undefined
  q?: string | undefined
  cursor?: string | undefined
  limit: number
}

export interface PaymentView {
  id: string
  number: string
  status: PaymentRow['status']
  direction: 'in' | 'out'
  method: string
  organization: string
  tree: string
  branch: string | null
  counterparty: string
  sharedAt: Date | null
  buyerName: string
  currency: string
  amountMinor: number
  unappliedMinor: number
  reference: string | null
  receivedOn: Day
  note: string | null
  reverseReason: string | null
  createdAt: Date
}

export interface PaymentPage extends PaymentView {
  internalNote?: string | null
  allocations: AllocationView[]
  actions: Action[]
}

const COLUMNS = `p.id, p.number, p.status, p.direction, p.method, p.organization_id as organization, p.tree_id as tree, p.branch_id as branch, p.counterparty_id as counterparty,
  p.counterparty_branch_id as "counterpartyBranch",
  p.shared_at as "sharedAt", p.buyer_name as "buyerName", p.currency, p.amount_minor::float8 as "amountMinor", p.unapplied_minor::float8 as "unappliedMinor",
  p.reference, p.received_on as "receivedOn", p.note, p.reverse_reason as "reverseReason", p.created_at as "createdAt"`

/** Payments that the reader reaches from either side, the newest first; see `listInvoices` for the cursor. */
export async function listPayments(
  reader: Reader,
  wish: PaymentsWish,
): Promise<{ rows: PaymentView[]; nextCursor: string | null; limit: number }> {
  const to = bindings()
  const { seller, buyer, limit } = wish
  const newest = newestOf(reader, { slug: 'payments', where: conditions(wish, to), most: limit + 1, seller, buyer }, to)
  return pageOf(
    await reader.rows<PaymentView>(`select ${COLUMNS} from (${newest}) p order by p.id desc`, to.values),
    limit,
  )
}

/** One payment with what it settled and what may be done with it now. NOT_FOUND for what the reader does not reach. */
export async function paymentPage(reader: Reader, id: string): Promise<PaymentPage> {
  const to = bindings([id])
  const [row] = await reader.rows<PaymentView & { internalNote: string | null }>(
    `select ${COLUMNS}, p.internal_note as "internalNote" from payments p where p.id = $1::uuid and ${sqlOf(reader.reach('payments'), 'p', to)}`,
    to.values,
  )
  if (!row) return refuse('NOT_FOUND', { noun: 'The payment' })
  const allocations = await reader.rows<AllocationView>(ALLOCATIONS, [id], 'tf_payment_allocations')
  const { internalNote, ...payment } = row
  const isOwner = sideOf(reader.reach('payments'), row) === 'owner'
  return { ...payment, ...(isOwner ? { internalNote } : {}), allocations, actions: paymentActions(reader, row) }
}

const ALLOCATIONS = `select ${ALLOCATION_COLUMNS} from ${ALLOCATION_TABLES} where a.payment_id = $1::uuid order by a.id`

function conditions(wish: PaymentsWish, to: Bindings): string[] {
  const where: string[] = []
  if (wish.status) where.push(`t.status::text = ${to.bind(wish.status)}`)
  if (wish.sellerBranch) where.push(`t.branch_id = ${to.bind(wish.sellerBranch)}::uuid`)
  if (wish.unapplied) where.push('t.unapplied_minor > 0')
  if (wish.from) where.push(`t.received_on >= ${to.bind(wish.from)}`)
  if (wish.to) where.push(`t.received_on <= ${to.bind(wish.to)}`)
  if (wish.cursor) where.push(`t.id < ${to.bind(wish.cursor)}::uuid`)
  if (wish.q) where.push(matches(to, wish.q))
  return where
}

function matches(to: Bindings, q: string): string {
  const begins = to.bind(`${escapedLike(q)}%`)
  const inside = to.bind(`%${escapedLike(q)}%`)
  return `(t.number ilike ${begins} or t.reference ilike ${inside} or t.buyer_name ilike ${inside})`
}
