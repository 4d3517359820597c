import { isWithin, type Day } from '@/kernel/period'

import type { Tax } from './tax-split'

export type TaxRate = {
  readonly country: string
  /** null = the whole country */
  readonly region?: string | null
  readonly taxClass: string
  readonly name: string
  readonly ratePpm: number
  readonly compound?: boolean | null
  readonly fromDay?: Day | null
  readonly toDay?: Day | null
}

/** A buyer's exemption certificate; `toDay` is the first day it no longer holds. */
export type TaxExemption = { readonly certificate: string; readonly fromDay?: Day | null; readonly toDay?: Day | null }

export type TaxQuestion = {
  /** the seller's rates */
  readonly rates: readonly TaxRate[]
  /** the ship-to place */
  readonly country: string
  readonly region?: string | null
  readonly taxClass: string
  /** the invoice date */
  readonly on: Day
  readonly exemptions?: readonly TaxExemption[]
}

/** Taxes of a line, or the visible reason why there are none. */
export type PickedTaxes = { readonly taxes: readonly Tax[]; readonly reason: string | null }

/**
 * The taxes of a class at a place on a day (X6): rates of the country, then of the region; a regional rate replaces the
 * country's rate of the same name. A valid exemption, or no rate at all, leaves the line untaxed with a reason.
 */
export function pickTaxes(question: TaxQuestion): PickedTaxes {
  const { on, country, taxClass, exemptions = [] } = question
  const exemption = exemptions.find((candidate) => isInForce(candidate, on))
  if (exemption) return { taxes: [], reason: `Exempt by certificate ${exemption.certificate}.` }
  const rates = ratesAt(question)
  const place = [question.region, country].filter(Boolean).join(', ')
  if (rates.length === 0) return { taxes: [], reason: `No tax rate for class ${taxClass} in ${place} on ${on}.` }
  return { taxes: rates.map(taxOf), reason: null }
}

function ratesAt({ rates, on, country, region, taxClass }: TaxQuestion): TaxRate[] {
  const valid = rates
    .filter((rate) => rate.country === country && rate.taxClass === taxClass && isInForce(rate, on))
    .sort((a, b) => Number(a.compound ?? false) - Number(b.compound ?? false) || (a.name < b.name ? -1 : 1))
  const regional = region ? valid.filter((rate) => rate.region === region) : []
  const national = valid.filter((rate) => !rate.region && !regional.some((other) => other.name === rate.name))
  return [...national, ...regional]
}

function isInForce(row: { readonly fromDay?: Day | null; readonly toDay?: Day | null }, on: Day): boolean {
  return isWithin({ from: row.fromDay ?? null, to: row.toDay ?? null }, on)
}

function taxOf({ name, ratePpm, compound }: TaxRate): Tax {
  return { name, ratePpm, compound: compound ?? false }
}
