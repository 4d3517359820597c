import { stockLow } from '@/domain/inventory/events'
import { quantity } from '@/kernel/quantity'
import { defineNotification } from '@/kernel/notification'

export const stockLowNotification = defineNotification({
  name: 'stock-low',
  on: stockLow,
  to: { side: 'owner', holding: 'stock.receive' },
  branch: ({ branch }) => branch ?? null,
  channels: ['in-app', 'email'],
  category: 'Inventory',
  subject: ({ sku, warehouseName }) => `${sku} is low in ${warehouseName}`,
  body: ({ sku, name, unit, available, reorderPoint, warehouseName }, words) =>
    `${words.quantity(quantity(available), unit)} of ${sku} (${name}) are available in ${warehouseName}; the reorder point is ${words.quantity(quantity(reorderPoint), unit)}.`,
  path: ({ sku }) => `/admin/collections/stock-levels?search=${encodeURIComponent(sku)}`,
  sample: {
    variant: '01920000-0000-7000-8000-000000000001',
    sku: 'AX-1000',
    name: 'Axle 1,000 kg',
    unit: 'PCS',
    warehouse: '01920000-0000-7000-8000-000000000002',
    warehouseCode: 'W1',
    warehouseName: 'Main warehouse',
    available: '5',
    reorderPoint: '10',
    reorderQuantity: '50',
  },
})

export const inventoryNotifications = [stockLowNotification]
