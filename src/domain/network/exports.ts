import { amounts, defineExport, plain } from '@/kernel/export'

export const networkExports = [
  defineExport({
    collection: 'dealers',
    label: 'Dealers',
    from: 'dealers t join organizations p on p.id = t.party_id left join dealer_tiers i on i.id = t.tier_id left join territories r on r.id = t.territory_id left join branches b on b.id = t.branch_id',
    columns: [
      ...plain('t', { Code: 'code', Name: 'name', Status: 'status', 'Account number': 'account_number' }),
      { head: 'Tier', sql: 'i.name' },
      { head: 'Territory', sql: 'r.name' },
      { head: 'Branch', sql: 'b.name' },
      { head: 'Currency', sql: 'p.currency' },
      ...amounts({ 'Credit limit': 'credit_limit' }, 'restricted'),
      ...plain('t', { 'Terms in days': 'terms_days', Phone: 'phone', Mail: 'email' }),
    ],
    filters: { status: 't.status', words: ['t.code', 't.name'] },
    currency: 'p.currency',
  }),
]
