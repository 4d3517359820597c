import { z } from 'zod'
import { defineSetting } from '@/kernel/setting'

/** When a cart begins to hold stock. Carts ask for it; inventory only keeps the promise. */
export const cartHoldFrom = defineSetting({
  key: 'inventory.cartHoldFrom',
  schema: z.enum(['checkout', 'cart']),
  default: 'checkout',
  label: 'When a cart holds stock',
  help: 'checkout: from the moment the checkout is opened. cart: as soon as something is put into the cart.',
  group: 'Inventory',
})

export const inventorySettings = [cartHoldFrom]
