import { definePermissions } from '@/kernel/permission'

export const salesPermissions = definePermissions('sales', {
  'cart.read': 'See carts of the own organization',
  'cart.write': 'Fill a cart',
  'order.read': 'See orders',
  'order.create': 'Draft orders for a dealer',
  'order.submit': 'Submit an order',
  'order.confirm': 'Confirm a submitted order',
  'order.cancel': 'Cancel an order or a line that has not shipped',
  'order.ship': 'Ship goods of an order',
  'order.close': 'Close a delivered order',
  'order.annotate': 'Write internal notes on an order',
  'shipment.read': 'See shipments',
  'shipment.receive': 'Confirm that a shipment arrived',
})
