import { z } from 'zod'
import { addDays } from '@/kernel/period'
import { cell } from '@/platform/import/cells'
import { idOf, step, type Run, type Source, type Step } from '@/platform/import/step'
import { existingBy, tenantOf } from './existing'

/** The two lists that the export fills. */
export const priceLists = step({
  name: 'price list',
  file: 'products.csv',
  target: 'price-lists',
  derive: () => [
    { line: 1, values: { code: 'BASE', name: 'List prices', kind: 'base' } },
    { line: 1, values: { code: 'COST', name: 'Standard costs', kind: 'cost' } },
  ],
  schema: z.object({ code: cell.text(40), name: cell.text(120), kind: z.enum(['base', 'cost']) }),
  key: (row) => row.code,
  existing: (run) => existingBy(run, 'price_lists', 't.code'),
  create: async (run, row) => {
    const data = { ...tenantOf(run), ...row, currency: run.organization.currency, priority: 10 }
    return (await run.payload.create({ collection: 'price-lists', data: data as never })).id
  },
})

/** Prices with validity; a price of zero is no price. */
export const basePrices = history('price', 'list_price_history.csv', 'BASE', 'list_price')

/** Costs with validity, on the owner's side only. */
export const costPrices = history('cost', 'cost_history.csv', 'COST', 'standard_cost')

/** Today's price of products whose prices have no history. */
export const currentPrices = step({
  name: 'current price',
  file: 'products.csv',
  target: 'prices',
  derive: (records) => records.filter(({ values }) => Number(values['list_price']) > 0),
  schema: z.object({ sku: cell.text(64), list_price: cell.micro() }),
  key: (row) => row.sku,
  existing: (run) => existingPrices(run, 'BASE', 'v.sku'),
  create: async (run, row) => create(run, 'BASE', { sku: row.sku, micro: row.list_price, fromDay: null, toDay: null }),
})

interface PriceRow {
  sku: string
  micro: number
  fromDay: string | null
  toDay: string | null
}

function history(name: string, file: string, list: string, column: string): Step {
  return step({
    name,
    file,
    target: 'prices',
    derive: (records) => records.filter(({ values }) => Number(values[column]) > 0).map((record) => renamed(record, column)),
    schema: z.object({ sku: cell.text(64), valid_from: cell.day(), valid_to: cell.day(), amount: cell.micro() }),
    key: (row) => `${row.sku} ${row.valid_from}`,
    existing: (run) => existingPrices(run, list, `v.sku || ' ' || coalesce(t.from_day, '')`),
    create: async (run, row) =>
      create(run, list, { sku: row.sku, micro: row.amount, fromDay: row.valid_from || null, toDay: row.valid_to ? addDays(row.valid_to, 1) : null }),
    update: async (run, row, id) => {
      await run.payload.update({ collection: 'prices', id, data: { unitPriceMicro: row.amount } as never })
    },
  })
}

function renamed(record: Source, column: string): Source {
  return { line: record.line, values: { ...record.values, amount: record.values[column] ?? '' } }
}

async function create(run: Run, list: string, row: PriceRow): Promise<string> {
  const data = {
    ...tenantOf(run),
    list: idOf(run, 'price list', list, 'list'),
    variant: idOf(run, 'variant', row.sku, 'sku'),
    minimumQuantity: 1,
    unitPriceMicro: row.micro,
    fromDay: row.fromDay,
    toDay: row.toDay,
  }
  return (await run.payload.create({ collection: 'prices', data: data as never })).id
}

// Any price of the base list counts as "has a price" for the current ones: their history says more than a single figure.
async function existingPrices(run: Run, list: string, key: string): Promise<Map<string, string>> {
  const found = await existingBy(run, 'prices', `l.code || '|' || ${key}`, 'join price_lists l on l.id = t.list_id join variants v on v.id = t.variant_id')
  const prefix = `${list}|`
  const rows = [...found].filter(([one]) => one.startsWith(prefix)).map(([one, id]): [string, string] => [one.slice(prefix.length), id])
  return new Map(rows)
}
