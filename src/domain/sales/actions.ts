import { buyerCancelReason } from '@/domain/sales/cancelling'
import { SHIPPABLE } from '@/domain/sales/shipping'
import { buyerMayCancel } from '@/domain/sales/settings'
import { orderMachine, shipmentMachine } from '@/domain/sales/status'
import { refuse } from '@/kernel/errors'
import { sideOf } from '@/platform/access/scope'
import { bindings, sqlOf } from '@/platform/access/sql'
import { actionsOf, defineActions, type Action, type ActionExtra, type ActionField, type ActionRow } from '@/platform/actions'
import type { Reader } from '@/platform/reader'
import { settingFrom, settingsSql, type StoredSettings } from '@/platform/settings'

const REASON: ActionField = { name: 'reason', label: 'Reason', type: 'note' }

const SHIP_FIELDS: readonly ActionField[] = [
  { name: 'warehouse', label: 'From warehouse', type: 'choice', required: true, source: '/warehouses' },
  { name: 'lines', label: 'What goes out', type: 'lines' },
  { name: 'carrier', label: 'Carrier', type: 'text' },
  { name: 'trackingNumber', label: 'Tracking number', type: 'text' },
  { name: 'note', label: 'Note on the delivery', type: 'note' },
]

const CANCEL_LINE_FIELDS: readonly ActionField[] = [
  { name: 'line', label: 'Line', type: 'lines', required: true },
  { name: 'quantity', label: 'Quantity, all that is open when left empty', type: 'quantity' },
  REASON,
]

const TENANT = `organization_id as organization, x.tree_id as tree, x.branch_id as branch, x.counterparty_id as counterparty,
  x.counterparty_branch_id as "counterpartyBranch", x.shared_at as "sharedAt", x.created_by_id as "createdBy"`

type OrderFacts = ActionRow & { lines: number; open: number; settings: StoredSettings }

/** Orders: what may be done with them. */
export const orderActionSource = defineActions<OrderFacts>({
  slug: 'orders',
  load: async (reader, id) => {
    const to = bindings([id, [buyerMayCancel.key]])
    const [row] = await reader.rows<OrderFacts>(
      `select x.id, x.status, x.number, x.${TENANT}, count(l.id)::int as lines,
        count(l.id) filter (where l.quantity > l.shipped + l.cancelled)::int as open,
        (select ${settingsSql(`string_to_array(trim(both '/' from s.path), '/')::uuid[]`, '$2::text[]')} from organizations s where s.id = x.organization_id) as settings
      from orders x left join order_lines l on l.order_id = x.id where x.id = $1::uuid and ${sqlOf(reader.reach('orders'), 'x', to)} group by x.id`,
      to.values,
    )
    return row ?? refuse('NOT_FOUND', { noun: 'The order' })
  },
  rules: (reader, row) => ({ machine: orderMachine, noun: 'Order', extras: orderExtras(reader, row) }),
})

/** What the reader may do with an order now, and why not. Refuses NOT_FOUND for what is not reached. */
export async function orderActions(reader: Reader, id: string): Promise<Action[]> {
  return actionsOf(orderActionSource, reader, id)
}

function orderExtras(reader: Reader, row: OrderFacts): Record<string, ActionExtra> {
  const isBuyer = sideOf(reader.reach('orders', 'order.cancel'), row) === 'counterparty'
  const byBuyer = isBuyer ? buyerCancelReason(row.status, settingFrom(buyerMayCancel, row.settings)) : null
  const draft: Record<string, ActionExtra> =
    row.status === 'draft' ? { discard: { label: 'Delete draft', tone: 'danger', needs: 'order.create', side: 'owner', confirm: 'The draft and its lines are deleted.' } } : {}
  return {
    submit: { reason: row.lines === 0 ? 'The order needs at least one line.' : null },
    ship: { label: 'Ship', needs: 'order.ship', side: 'owner', from: SHIPPABLE, fields: SHIP_FIELDS, reason: row.open === 0 ? 'Nothing is left to ship.' : null },
    cancel: { tone: 'danger', fields: [REASON], reason: byBuyer },
    'cancel-line': {
      label: 'Cancel a line',
      tone: 'danger',
      needs: 'order.cancel',
      from: ['submitted', 'confirmed', 'processing', 'partially-shipped'],
      fields: CANCEL_LINE_FIELDS,
      reason: byBuyer ?? (row.open === 0 ? 'Nothing is open.' : null),
    },
    annotate: { label: 'Internal note', needs: 'order.annotate', side: 'owner', fields: [{ name: 'internalNote', label: 'Internal note', type: 'note' }] },
    ...draft,
  }
}

/** Shipments: what may be done with them. */
export const shipmentActionSource = defineActions<ActionRow & { unbilled: number }>({
  slug: 'shipments',
  load: async (reader, id) => {
    const to = bindings([id])
    const [row] = await reader.rows<ActionRow & { unbilled: number }>(
      `select x.id, x.status, x.number, x.${TENANT}, (select count(*) from shipment_lines l where l.shipment_id = x.id and l.invoiced < l.quantity)::int as unbilled
      from shipments x where x.id = $1::uuid and ${sqlOf(reader.reach('shipments'), 'x', to)}`,
      to.values,
    )
    return row ?? refuse('NOT_FOUND', { noun: 'The shipment' })
  },
  rules: (_, row) => ({
    machine: shipmentMachine,
    noun: 'Shipment',
    extras: { bill: { label: 'Invoice', needs: 'invoice.draft', side: 'owner', reason: row.unbilled === 0 ? 'It is invoiced already.' : null } },
  }),
})

/** What the reader may do with a shipment now, and why not. Refuses NOT_FOUND for what is not reached. */
export async function shipmentActions(reader: Reader, id: string): Promise<Action[]> {
  return actionsOf(shipmentActionSource, reader, id)
}
