import type { Day } from '@/kernel/period'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { OrganizationFacts } from '@/platform/access/principal'
import type { Reader } from '@/platform/reader'

/** One tax over a time: the net it stands on and its amount, in minor units; credit notes are subtracted. */
export interface TaxSum {
  name: string
  ratePpm: number
  currency: string
  baseMinor: number
  taxMinor: number
  documents: number
}

/** Taxes of the organization's posted invoices by tax and currency; `from` and `to` are the first and last day of invoicing. */
export function taxSummary(
  reader: Reader,
  organization: OrganizationFacts,
  { from, to: last }: { from?: Day | undefined; to?: Day | undefined },
): Promise<TaxSum[]> {
  const to = bindings()
  const where = [
    sqlOf(reader.reach('invoices'), 'i', to),
    `i.organization_id = ${to.bind(organization.id)}::uuid`,
    "i.status = 'posted'",
  ]
  if (from) where.push(`i.invoiced_on >= ${to.bind(from)}`)
  if (last) where.push(`i.invoiced_on <= ${to.bind(last)}`)
  const signed = (field: string): string =>
    `sum((x->>'${field}')::numeric * case when i.kind = 'credit-note' then -1 else 1 end)::float8`
  return reader.rows<TaxSum>(
    `select x->>'name' as name, (x->>'ratePpm')::int as "ratePpm", i.currency, ${signed('baseMinor')} as "baseMinor", ${signed('taxMinor')} as "taxMinor",
      count(*)::int as documents
    from invoices i cross join lateral jsonb_array_elements(coalesce(i.taxes, '[]')) x where ${where.join(' and ')} group by 1, 2, 3 order by 3, 1, 2`,
    to.values,
  )
}
