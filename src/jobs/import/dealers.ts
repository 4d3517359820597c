import { z } from 'zod'
import { createDealer, updateDealer, withdrawDealer } from '@/domain/network'
import { codeOf, isSame, mustBeUntouched, oneRow, readAll } from '@/jobs/import/lookup'
import { parseMinor } from '@/kernel/currency'
import { ungrouped } from '@/kernel/ungrouped'
import { cell } from '@/platform/import/cells'
import { RowProblem, step, type Run } from '@/platform/import/step'
import { perform } from '@/platform/perform'

const Row = z.object({
  code: cell.text(24).transform((code) => code.toUpperCase()),
  name: cell.text(160),
  accountNumber: cell.optional(40),
  tier: cell.optional(24),
  territory: cell.optional(24),
  branch: cell.optional(24),
  priceList: cell.optional(40),
  creditLimit: cell.optional(20),
  termsDays: cell.optional(4).refine((days) => days === '' || /^\d{1,3}$/.test(days), 'is not a number of days'),
  phone: cell.optional(40),
  email: cell.optional(160),
  line1: cell.optional(160),
  line2: cell.optional(160),
  postalCode: cell.optional(20),
  city: cell.optional(80),
  region: cell.optional(80),
  country: cell.optional(2).transform((country) => country.toUpperCase()),
})
type Row = z.output<typeof Row>

const PRESENT = `select d.revision::float8 as revision, d.name, d.account_number as "accountNumber", d.tier_id as tier, d.territory_id as territory, d.branch_id as branch,
  d.price_list_id as "priceList", d.credit_limit_minor::float8 as "creditLimitMinor", d.terms_days::float8 as "termsDays", d.phone, d.email from dealers d where d.id = $1::uuid`
type Present = Record<string, unknown> & { revision: number }

/** Dealers by their code: created with organization and address, or brought up to date; empty cells change nothing. */
export const dealerStep = step<Row>({
  name: 'dealer',
  file: '',
  target: 'dealers',
  schema: Row,
  key: (row) => row.code,
  existing: (run) => readAll(run, 'select t.code as key, t.id from dealers t where t.organization_id = $1'),
  before: (run, _row, id) => (id ? oneRow<Present>(run, PRESENT, [id]) : Promise.resolve({ revision: 1 })),
  create: async (run, row) => {
    const address = addressOf(row)
    const input = { code: row.code, ...(await termsOf(run, row)), ...(address ? { address } : {}), activate: run.options?.['activate'] ?? false }
    return (await perform(createDealer, input, run.caller())).dealer
  },
  update: async (run, row, id) => {
    const wanted = await termsOf(run, row)
    const present = await oneRow<Present>(run, PRESENT, [id])
    if (present && isSame(present, wanted)) return false
    await perform(updateDealer, { id, ...wanted }, run.caller())
    return true
  },
  undo: async (run, { target, state, before }) => {
    const present = await oneRow<Present>(run, PRESENT, [target])
    const noun = `Dealer ${String(present?.['name'] ?? '')}`.trim()
    if (state === 'created') {
      mustBeUntouched(present, before, noun)
      return void (await perform(withdrawDealer, { id: target }, run.caller()))
    }
    mustBeUntouched(present, { revision: Number(before['revision']) + 1 }, noun)
    const { revision: _, ...values } = before
    await perform(updateDealer, { id: target, ...values }, run.caller())
  },
})

async function termsOf(run: Run, row: Row) {
  const code = async (table: string, noun: string, text: string, column: string) => (text === '' ? {} : { [column]: await codeOf(run, { table, key: 't.code', noun }, text, column) })
  return {
    name: row.name,
    ...filled({ accountNumber: row.accountNumber, phone: row.phone, email: row.email.toLowerCase() }),
    ...(await code('dealer_tiers', 'tier', row.tier, 'tier')),
    ...(await code('territories', 'territory', row.territory, 'territory')),
    ...(await code('branches', 'branch', row.branch, 'branch')),
    ...(await code('price_lists', 'price list', row.priceList, 'priceList')),
    ...(row.creditLimit === '' ? {} : { creditLimitMinor: parseMinor(ungrouped(row.creditLimit), run.organization.currency) }),
    ...(row.termsDays === '' ? {} : { termsDays: Number(row.termsDays) }),
  }
}

function addressOf({ line1, line2, postalCode, city, region, country }: Row) {
  if ([line1, line2, postalCode, city, region, country].every((text) => text === '')) return null
  const missing = line1 === '' ? 'line1' : city === '' ? 'city' : country === '' ? 'country' : null
  if (missing) throw new RowProblem(missing, 'An address needs street, city and country.')
  return { label: 'Main', line1, city, country, ...filled({ line2, postalCode, region }) }
}

function filled(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
}
