import { defineMachine } from '@/kernel/machine'

/** The life of an order. Shipped and delivered follow from lines and shipments; `order.reconsider` performs those edges. */
export const orderMachine = defineMachine({
  name: 'order',
  initial: 'draft',
  states: {
    draft: { label: 'Draft', tone: 'neutral', group: 'open' },
    submitted: { label: 'Submitted', tone: 'warning', group: 'open' },
    confirmed: { label: 'Confirmed', tone: 'info', group: 'open' },
    processing: { label: 'Processing', tone: 'info', group: 'open' },
    'partially-shipped': { label: 'Partially shipped', tone: 'info', group: 'open' },
    shipped: { label: 'Shipped', tone: 'success', group: 'done' },
    delivered: { label: 'Delivered', tone: 'success', group: 'done' },
    closed: { label: 'Closed', tone: 'neutral', final: true, group: 'done' },
    cancelled: { label: 'Cancelled', tone: 'danger', final: true, group: 'cancelled' },
  },
  transitions: {
    submit: { from: ['draft'], to: 'submitted', label: 'Submit', needs: 'order.submit', emits: 'order.submitted', side: 'either', by: 'person' },
    confirm: { from: ['submitted'], to: 'confirmed', label: 'Confirm', needs: 'order.confirm', emits: 'order.confirmed', side: 'owner', by: 'person' },
    cancel: {
      from: ['draft', 'submitted', 'confirmed', 'processing'],
      to: 'cancelled',
      label: 'Cancel',
      needs: 'order.cancel',
      emits: 'order.cancelled',
      side: 'either',
      by: 'person',
      confirm: 'The reserved goods become available again. A cancelled order cannot be opened again.',
    },
    process: { from: ['confirmed'], to: 'processing', label: 'Start processing', needs: 'order.ship', side: 'owner', by: 'person' },
    'ship-part': { from: ['confirmed', 'processing'], to: 'partially-shipped', label: 'Ship in part', needs: 'order.ship', emits: 'order.partially-shipped', side: 'owner', by: 'derived' },
    'ship-rest': { from: ['confirmed', 'processing', 'partially-shipped'], to: 'shipped', label: 'Ship the rest', needs: 'order.ship', emits: 'order.shipped', side: 'owner', by: 'derived' },
    deliver: { from: ['shipped'], to: 'delivered', label: 'Deliver', needs: 'order.ship', emits: 'order.delivered', side: 'owner', by: 'derived' },
    close: { from: ['delivered'], to: 'closed', label: 'Close', needs: 'order.close', emits: 'order.closed', side: 'owner', by: 'person' },
  },
})

/** The life of a shipment until logistics brings picking, packing and exceptions: `shipment.ship` makes it dispatched. */
export const shipmentMachine = defineMachine({
  name: 'shipment',
  initial: 'planned',
  states: {
    planned: { label: 'Planned', tone: 'neutral' },
    dispatched: { label: 'Dispatched', tone: 'info' },
    delivered: { label: 'Delivered', tone: 'success', final: true },
  },
  transitions: {
    ship: { from: ['planned'], to: 'dispatched', label: 'Dispatch', needs: 'order.ship', emits: 'shipment.shipped', side: 'owner', by: 'derived' },
    'confirm-receipt': { from: ['dispatched'], to: 'delivered', label: 'Confirm receipt', needs: 'shipment.receive', emits: 'shipment.delivered', side: 'either', by: 'person' },
  },
})
