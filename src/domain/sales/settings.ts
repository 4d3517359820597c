import { z } from 'zod'
import { defineFlag, defineSetting } from '@/kernel/setting'
import { defaults } from '@/platform/defaults'

export const autoConfirm = defineSetting({
  key: 'sales.autoConfirm',
  schema: z.boolean(),
  default: false,
  label: 'Confirm orders at once',
  help: 'A submitted order is confirmed in the same moment, without a person.',
  group: 'Orders',
})

export const buyerMayCancel = defineSetting({
  key: 'sales.buyerMayCancel',
  schema: z.enum(['never', 'submitted', 'confirmed']),
  default: 'confirmed',
  label: 'Dealers may cancel',
  help: 'never: only we cancel. submitted: until we confirm. confirmed: until we start processing.',
  group: 'Orders',
})

export const cartHoldMinutes = defineSetting({
  key: 'sales.cartHoldMinutes',
  schema: z.number().min(0.01).max(1_440),
  default: defaults.cartHoldMinutes,
  label: 'Checkout holds stock for (minutes)',
  help: 'Opening the checkout promises the goods of the cart to it for this long.',
  group: 'Orders',
})

export const pastedLinesFeature = defineFlag({
  key: 'sales.pastedLines',
  label: 'Quick order by pasting lines',
  help: 'Dealers paste many lines of SKU and quantity into the cart at once. Without it they order from the catalog, product by product.',
  default: true,
})

export const salesSettings = [autoConfirm, buyerMayCancel, cartHoldMinutes, pastedLinesFeature]
