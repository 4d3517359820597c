import type { LucideIcon } from 'lucide-react'

export interface AddressSpec {
  line1: string
  city: string
  region: string
  postalCode: string
  country: string
}

/** A family of goods: a product whose variants are the combinations of its options. */
export interface FamilySpec {
  name: string
  category: string
  brand?: string
  description: string
  specs: Record<string, string>
  options?: Record<string, readonly string[]>
  /** Price of the first variant in major units; later ones cost `step` more each. */
  price: number
  step?: number
  weightGrams?: number
  unit?: string
  packs?: readonly { unit: string; factor: string }[]
  /** A break: from this quantity on a share less. */
  volume?: { from: number; less: number }
  minimum?: number
  stepQuantity?: number
}

export interface CategorySpec {
  name: string
  icon: LucideIcon
  hue: number
  children: readonly string[]
}

export interface DealerSpec {
  code: string
  name: string
  parent?: string
  tier: string
  territory: string
  address: AddressSpec
  creditLimit: number
  termsDays: number
  /** How much it orders compared with the others. */
  weight: number
}

/** Everything particular about one HQ tree of the demonstration. */
export interface TreeSpec {
  code: string
  name: string
  /** As invoices name it. */
  legalName: string
  taxNumber: string
  host: string
  currency: string
  zone: string
  locale: string
  brand: string
  units: readonly { code: string; name: string; dimension: string; decimals: number }[]
  taxes: readonly { name: string; country: string; region?: string; taxClass: string; ratePpm: number }[]
  tiers: readonly { code: string; name: string; rank: number; less: number }[]
  territories: readonly { code: string; name: string; country: string; region: string }[]
  branches: readonly { code: string; name: string; warehouse: string; address: AddressSpec }[]
  suppliers: readonly { code: string; name: string }[]
  brands: readonly string[]
  categories: readonly CategorySpec[]
  families: readonly FamilySpec[]
  /** What the fifty DEMO variants are: a name for each number. */
  demoGoods: readonly { name: string; category: string; price: number; unit: string }[]
  dealers: readonly DealerSpec[]
  /** How many orders the past year has. */
  orders: number
  /** Share of a year's orders by month, January first. */
  season: readonly number[]
  typicalQuantity: readonly [number, number]
}
