import { choice, day, flag, ref, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** Prices of one kind: contract and customer lists name their party, tier lists their tier (S14). */
export const PriceLists = defineCollection({
  slug: 'price-lists',
  module: 'catalog',
  noun: 'price',
  tenancy: 'own',
  writes: 'crud',
  title: 'name',
  columns: ['name', 'code', 'kind', 'currency', 'tier', 'party', 'fromDay', 'toDay'],
  fields: [
    text('code', { required: true, maxLength: 40 }),
    text('name', { required: true, maxLength: 120 }),
    choice('kind', ['contract', 'customer', 'tier', 'base', 'cost'], { required: true }),
    text('currency', { required: true, maxLength: 3 }),
    ref('tier', 'dealer-tiers'),
    ref('party', 'organizations'),
    day('fromDay'),
    day('toDay', { description: 'The first day it no longer counts.' }),
    flag('taxInclusive'),
    whole('priority', { defaultValue: 0 }),
  ],
  guards: {
    uniques: [{ on: ['organization_id', 'code'] }],
    checks: {
      kind: "(kind in ('contract','customer')) = (party_id is not null) and (kind = 'tier') = (tier_id is not null)",
      days: 'from_day is null or to_day is null or from_day < to_day',
      currency: "currency ~ '^[A-Z]{3}$'",
    },
    sameOrganization: { tier: 'dealer-tiers' },
    sameTree: { party: 'organizations' },
  },
})
