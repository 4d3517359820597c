import { z } from 'zod'
import { openStock } from '@/domain/inventory'
import { poolOf } from '@/platform/db/pool'
import { perform } from '@/platform/perform'
import { cell } from '@/platform/import/cells'
import { idOf, step } from '@/platform/import/step'
import { existingBy, tenantOf } from './existing'

/** All locations of the export lie in one warehouse. */
export const warehouse = step({
  name: 'warehouse',
  file: 'locations.csv',
  target: 'warehouses',
  derive: () => [{ line: 1, values: { code: 'MAIN', name: 'Main warehouse' } }],
  schema: z.object({ code: cell.text(24), name: cell.text(120) }),
  key: (row) => row.code,
  existing: (run) => existingBy(run, 'warehouses', 't.code'),
  create: async (run, row) => {
    return (await run.payload.create({ collection: 'warehouses', data: { ...tenantOf(run), ...row, priority: 10 } as never })).id
  },
})

/** Tool crib, paint shop, finished goods: places inside the warehouse. */
export const locations = step({
  name: 'location',
  file: 'locations.csv',
  target: 'storage-locations',
  schema: z.object({ location: cell.text(40) }),
  key: (row) => row.location,
  existing: (run) => existingBy(run, 'storage_locations', 't.name'),
  create: async (run, { location }) => {
    const code = location.toUpperCase().replace(/[^A-Z0-9]+/g, '-').slice(0, 40)
    const data = { ...tenantOf(run), warehouse: idOf(run, 'warehouse', 'MAIN', 'location'), code, name: location, kind: 'stock', isDefault: location === 'Finished Goods Storage' }
    return (await run.payload.create({ collection: 'storage-locations', data: data as never })).id
  },
})

/** Safety stock is never sold; below the reorder point somebody is told. */
export const reorderRules = step({
  name: 'reorder rule',
  file: 'products.csv',
  target: 'reorder-rules',
  schema: z.object({ sku: cell.text(64), reorder_point: cell.quantity() }),
  key: (row) => row.sku,
  existing: (run) => existingBy(run, 'reorder_rules', 'v.sku', 'join variants v on v.id = t.variant_id'),
  create: async (run, row) => {
    const data = { ...tenantOf(run), variant: idOf(run, 'variant', row.sku, 'sku'), warehouse: idOf(run, 'warehouse', 'MAIN', 'sku'), safetyQuantity: 0, reorderPoint: Number(row.reorder_point) }
    return (await run.payload.create({ collection: 'reorder-rules', data: data as never })).id
  },
  update: async (run, row, id) => {
    await run.payload.update({ collection: 'reorder-rules', id, data: { reorderPoint: Number(row.reorder_point) } as never })
  },
})

/** What lies where, as opening moves. A second run never moves stock again: later moves are the truth by then. */
export const levels = step({
  name: 'stock level',
  file: 'inventory.csv',
  target: 'stock-levels',
  schema: z.object({ sku: cell.text(64), location: cell.text(40), shelf: cell.optional(20), bin: cell.optional(20), quantity: cell.quantity() }),
  key: (row) => `${row.sku} ${row.location}`,
  existing: (run) => existingBy(run, 'stock_levels', `v.sku || ' ' || l.name`, 'join variants v on v.id = t.variant_id join storage_locations l on l.id = t.location_id'),
  create: async (run, row) => {
    const line = {
      variant: idOf(run, 'variant', row.sku, 'sku'),
      location: idOf(run, 'location', row.location, 'location'),
      quantity: row.quantity,
      shelf: [row.shelf, row.bin].filter(Boolean).join('-'),
    }
    await perform(openStock, { rows: [line] }, run.caller())
    const { rows } = await poolOf(run.payload).query<{ id: string }>(
      'select id from stock_levels where organization_id = $1 and variant_id = $2 and location_id = $3',
      [run.organization.id, line.variant, line.location],
    )
    return rows[0]?.id ?? ''
  },
})
