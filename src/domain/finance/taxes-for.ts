import { pickTaxes, type PickedTaxes, type TaxRate } from '@/domain/finance/tax-rates'
import type { Day } from '@/kernel/period'
import type { Reader } from '@/platform/reader'

const RATES = `
select country, region, tax_class as "taxClass", name, rate_ppm::float8 as "ratePpm", compound, from_day as "fromDay", to_day as "toDay"
from tax_rates where organization_id = $1::uuid and country = $2 and tax_class = any($3::text[])`

/**
 * The taxes of each tax class at the ship-to place on a day, by the seller's rates (X6); classes without a rate answer no
 * taxes and the reason that the document shows. One prepared statement. The caller has a right to deal with the seller.
 * @param asked `organization` is the seller
 */
export async function taxesFor(
  ctx: Pick<Reader, 'rows'>,
  asked: {
    readonly organization: string
    readonly shipTo: { readonly country: string; readonly region?: string | null | undefined }
    readonly on: Day
    readonly taxClasses: Iterable<string>
  },
): Promise<Map<string, PickedTaxes>> {
  const classes = [...new Set(asked.taxClasses)]
  if (classes.length === 0) return new Map()
  const { country, region = null } = asked.shipTo
  const rates = await ctx.rows<TaxRate>(RATES, [asked.organization, country, classes], 'tf_taxes_for')
  return new Map(classes.map((taxClass) => [taxClass, pickTaxes({ rates, country, region, taxClass, on: asked.on })]))
}
