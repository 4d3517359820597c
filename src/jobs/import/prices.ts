import { z } from 'zod'
import { codeOf, isSame, mustBeUntouched, oneRow, readAll } from '@/jobs/import/lookup'
import { reqOf } from '@/jobs/import/req'
import { ungrouped } from '@/kernel/ungrouped'
import { cell } from '@/platform/import/cells'
import { RowProblem, step } from '@/platform/import/step'
import { crudCreate, crudDelete, crudUpdate } from '@/platform/payload/crud'

const PRICE = { slug: 'prices', noun: 'The price' }

const amount = (most: number) => cell.optional(most).transform(ungrouped)

const Row = z.object({
  list: cell.text(40),
  sku: cell.text(64),
  price: amount(24).refine((text) => /^\d{1,9}(\.\d{1,6})?$/.test(text), 'is not a price like 49.90'),
  minimum: amount(20).transform((text) => text || '1').refine((text) => /^\d{1,9}(\.\d{1,6})?$/.test(text) && Number(text) > 0, 'is not a quantity above zero'),
  fromDay: cell.day().default(''),
  toDay: cell.day().default(''),
})
type Row = z.output<typeof Row>

const KEYS = `select lower(l.code) || ' ' || v.sku || ' ' || trim_scale(p.minimum_quantity) || ' ' || coalesce(p.from_day, '') as key, p.id
  from prices p join price_lists l on l.id = p.list_id join variants v on v.id = p.variant_id where p.organization_id = $1`
const PRESENT = `select revision::float8 as revision, unit_price_micro::float8 as "unitPriceMicro", to_day as "toDay" from prices where id = $1::uuid`
type Present = Record<string, unknown> & { revision: number }

/** Prices by list, SKU, quantity and first day. */
export const priceStep = step<Row>({
  name: 'price',
  file: '',
  target: 'prices',
  schema: Row,
  key: (row) => `${row.list.toLowerCase()} ${row.sku} ${String(Number(row.minimum))} ${row.fromDay}`,
  existing: (run) => readAll(run, KEYS),
  before: (run, _row, id) => (id ? oneRow<Present>(run, PRESENT, [id]) : Promise.resolve({ revision: 1 })),
  create: async (run, row) => {
    const list = await codeOf(run, { table: 'price_lists', key: 't.code', noun: 'price list' }, row.list, 'list')
    const variant = await oneRow<{ id: string }>(run, 'select id from variants where organization_id = $1::uuid and sku = $2', [run.organization.id, row.sku])
    if (!variant) throw new RowProblem('sku', `There is no product with the SKU "${row.sku}".`)
    const price = { organization: run.organization.id, list, variant: variant.id, minimumQuantity: Number(row.minimum), fromDay: row.fromDay || null, ...changes(row) }
    return (await crudCreate(await reqOf(run), PRICE, price)).id
  },
  update: async (run, row, id) => {
    const present = await oneRow<Present>(run, PRESENT, [id])
    if (present && isSame(present, changes(row))) return false
    await crudUpdate(await reqOf(run), PRICE, id, changes(row))
    return true
  },
  undo: async (run, { target, state, before }) => {
    const present = await oneRow<Present>(run, PRESENT, [target])
    if (state === 'created') {
      mustBeUntouched(present, before, 'The price')
      return crudDelete(await reqOf(run), PRICE, target)
    }
    mustBeUntouched(present, { revision: Number(before['revision']) + 1 }, 'The price')
    await crudUpdate(await reqOf(run), PRICE, target, { unitPriceMicro: before['unitPriceMicro'], toDay: before['toDay'] })
  },
})

function changes({ price, toDay }: Row) {
  const [whole = '0', part = ''] = price.split('.')
  return { unitPriceMicro: Number(`${whole}${part.padEnd(6, '0')}`), toDay: toDay || null }
}
