import { z } from 'zod'
import { defineSetting } from '@/kernel/setting'

/** Whether the first kind of price list with a valid row wins, or the cheapest of them (S14). */
export const pricePolicy = defineSetting({
  key: 'catalog.pricePolicy',
  schema: z.enum(['precedence', 'best-price']),
  default: 'precedence',
  label: 'Which price counts',
  help: 'precedence: contract, then customer, tier and base list. best-price: the cheapest of them.',
  group: 'Catalog',
})

export const catalogSettings = [pricePolicy]
