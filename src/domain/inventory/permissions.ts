import { definePermissions } from '@/kernel/permission'

export const inventoryPermissions = definePermissions('inventory', {
  'warehouse.read': 'See warehouses',
  'warehouse.write': 'Create and change warehouses',
  'location.read': 'See storage locations',
  'location.write': 'Create and change storage locations',
  'stock.read': 'See stock levels, moves and reservations',
  'stock.adjust': 'Adjust stock with a reason',
  'stock.receive': 'Receive goods into stock',
  'reorder-rule.read': 'See safety stock and reorder points',
  'reorder-rule.write': 'Change safety stock and reorder points',
})
