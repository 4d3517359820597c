import { z } from 'zod'
import { adjustStock } from '@/domain/inventory'
import { codeOf, oneRow, readAll } from '@/jobs/import/lookup'
import { ungrouped } from '@/kernel/ungrouped'
import { cell } from '@/platform/import/cells'
import { RowProblem, step, type Run } from '@/platform/import/step'
import { perform } from '@/platform/perform'
import { addQuantity, quantity, subtractQuantity, toText } from '@/kernel/quantity'

const Row = z.object({
  sku: cell.text(64),
  warehouse: cell.text(24),
  location: cell.optional(40),
  quantity: cell.text(24).transform(ungrouped).refine((text) => /^\d{1,9}(\.\d{1,6})?$/.test(text), 'is not a quantity of zero or more'),
})
type Row = z.output<typeof Row>

const LEVELS = `select v.sku || ' ' || lower(w.code) || ' ' || case when s.is_default then '' else lower(s.code) end as key, l.id
  from stock_levels l join variants v on v.id = l.variant_id join storage_locations s on s.id = l.location_id join warehouses w on w.id = s.warehouse_id where l.organization_id = $1`
const PRESENT = 'select on_hand::text as "onHand" from stock_levels where id = $1::uuid'

/** Counted stock by SKU and place: the difference to what is on hand is posted as an adjustment. */
export const stockStep = step<Row>({
  name: 'stock',
  file: '',
  target: 'stock-levels',
  schema: Row,
  key: (row) => `${row.sku} ${row.warehouse.toLowerCase()} ${row.location.toLowerCase()}`,
  existing: (run) => readAll(run, LEVELS),
  before: async (run, row, id) => {
    const present = id ? await oneRow<{ onHand: string }>(run, PRESENT, [id]) : null
    const delta = toText(subtractQuantity(quantity(row.quantity), quantity(present?.onHand ?? '0')))
    return { delta, sku: row.sku, ...(await placeOf(run, row)) }
  },
  create: async (run, row) => {
    if (Number(row.quantity) === 0) throw new RowProblem('quantity', 'Nothing was ever there, and zero was counted.')
    return adjust(run, { sku: row.sku, ...(await placeOf(run, row)) }, row.quantity, reasonOf(run))
  },
  update: async (run, row, id) => {
    const present = await oneRow<{ onHand: string }>(run, PRESENT, [id])
    const delta = toText(subtractQuantity(quantity(row.quantity), quantity(present?.onHand ?? '0')))
    if (Number(delta) === 0) return false
    await adjust(run, { sku: row.sku, ...(await placeOf(run, row)) }, delta, reasonOf(run))
    return true
  },
  undo: async (run, { before: { delta, sku, warehouse, location } }) => {
    const back = toText(subtractQuantity(quantity('0'), addQuantity(quantity('0'), quantity(String(delta)))))
    const place = { warehouse: String(warehouse), ...(location ? { location: String(location) } : {}) }
    await adjust(run, { sku: String(sku), ...place }, back, `Import ${run.folder} undone`.slice(0, 500))
  },
})

async function adjust(run: Run, place: { sku: string; warehouse: string; location?: string }, delta: string, reason: string): Promise<string> {
  const { level } = await perform(adjustStock, { ...place, quantity: delta, reason }, run.caller())
  return level
}

async function placeOf(run: Run, row: Row): Promise<{ warehouse: string; location?: string }> {
  const warehouse = await codeOf(run, { table: 'warehouses', key: 't.code', noun: 'warehouse', where: 't.archived_at is null' }, row.warehouse, 'warehouse')
  if (row.location === '') return { warehouse }
  const found = await oneRow<{ id: string }>(run, 'select id from storage_locations where warehouse_id = $1::uuid and lower(code) = lower($2)', [warehouse, row.location])
  if (!found) throw new RowProblem('location', `There is no location "${row.location}" in warehouse ${row.warehouse}.`)
  return { warehouse, location: found.id }
}

function reasonOf(run: Run): string {
  return `Counted: ${run.folder}`.slice(0, 500)
}
