import type { PickDoc, PickSource } from '@/components/admin/act/pick'

const words = (doc: PickDoc, ...fields: string[]) => fields.map((field) => doc[field]).filter((value) => typeof value === 'string' && value !== '').join(' · ')

/** What the forms of the admin let people pick. */
export const SOURCES = {
  dealer: { collection: 'dealers', search: ['name', 'code'], only: { status: 'active' }, sort: 'name', text: (doc) => words(doc, 'name', 'code') },
  anyDealer: { collection: 'dealers', search: ['name', 'code'], sort: 'name', text: (doc) => words(doc, 'name', 'code') },
  variant: { collection: 'variants', search: ['sku', 'name'], only: { status: 'active' }, sort: 'sku', text: (doc) => words(doc, 'sku', 'name') },
  warehouse: { collection: 'warehouses', search: ['name', 'code'], sort: 'priority', text: (doc) => words(doc, 'name', 'code') },
  location: { collection: 'storage-locations', search: ['name', 'code'], sort: 'name', text: (doc) => words(doc, 'name', 'code') },
  branch: { collection: 'branches', search: ['name', 'code'], sort: 'name', text: (doc) => words(doc, 'name', 'code') },
  tier: { collection: 'dealer-tiers', search: ['name'], sort: 'name', text: (doc) => words(doc, 'name') },
  territory: { collection: 'territories', search: ['name'], sort: 'name', text: (doc) => words(doc, 'name') },
  priceList: { collection: 'price-lists', search: ['name', 'code'], sort: 'name', text: (doc) => words(doc, 'name', 'code') },
  address: { collection: 'addresses', search: ['label', 'city', 'line1'], sort: 'label', text: (doc) => words(doc, 'label', 'line1', 'city') },
  organization: { collection: 'organizations', search: ['name', 'code'], sort: 'name', text: (doc) => words(doc, 'name', 'code') },
} satisfies Record<string, PickSource>
