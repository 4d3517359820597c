import { dealerMachine } from '@/domain/network/status'
import { amount, json, note, ref, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/**
 * What HQ knows and decides about a dealer. The dealer itself (`party`) never reads this row. `branch` is HQ's branch that
 * looks after it: its documents belong to that branch, and people of the branch see them.
 */
export const Dealers = defineCollection({
  slug: 'dealers',
  module: 'network',
  noun: 'dealer',
  tenancy: 'own',
  writes: 'operations',
  machine: dealerMachine,
  branch: true,
  title: 'name',
  columns: ['code', 'name', 'status', 'tier', 'territory', 'branch', 'creditLimitMinor', 'termsDays'],
  search: ['code', 'name'],
  fields: [
    ref('party', 'organizations', { required: true }),
    text('code', { required: true, maxLength: 24 }),
    text('name', { required: true, maxLength: 160 }),
    text('accountNumber', { maxLength: 40 }),
    ref('tier', 'dealer-tiers'),
    ref('territory', 'territories'),
    amount('creditLimit', { class: 'restricted', description: 'In minor units; empty means no limit.' }),
    whole('termsDays', { defaultValue: 30, min: 0 }),
    ref('priceList', 'price-lists'),
    text('phone', { maxLength: 40, pii: 'contact' }),
    text('email', { maxLength: 160, pii: 'contact' }),
    note('internalNote', { class: 'confidential' }),
    json('custom', { description: 'Values of the custom fields of this organization.' }),
  ],
  guards: {
    uniques: [{ on: ['organization_id', 'code'] }, { on: ['organization_id', 'party_id'] }],
    checks: { credit: 'credit_limit_minor is null or credit_limit_minor >= 0' },
    sameOrganization: { branch: 'branches', tier: 'dealer-tiers', territory: 'territories', priceList: 'price-lists' },
    sameTree: { party: 'organizations' },
  },
})
