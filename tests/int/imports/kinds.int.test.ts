import { beforeAll, describe, expect, test } from '@jest/globals'

import { poolOf } from '@/platform/db/pool'
import { anUpload, csv, runImported, undone } from '@tests/builders/imports'
import { aNetwork, type Network } from '@tests/builders/network'
import { creatorFor } from '@tests/builders/places'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

const count = async (table: string) => {
  const { rows } = await poolOf(net.payload).query<{ n: number }>(`select count(*)::float8 as n from ${table} where tree_id = $1`, [net.hq.id])
  return rows[0]?.n ?? 0
}

interface Case {
  kind: string
  table: string
  good: string
  /** the same file with one row changed, for kinds that update */
  changed?: string
  wrong: { file: string; message: RegExp; column: string | null }
}

async function cases(): Promise<Case[]> {
  const create = await creatorFor(net.payload, net.people.admin.email)
  await create('categories', { name: 'Imported parts', slug: 'imported-parts' })
  const pump = await net.aVariant({ stock: 10 })
  const { rows } = await poolOf(net.payload).query<{ unit: string; list: string; warehouse: string }>(
    `select (select code from units where organization_id = $1 limit 1) as unit, (select code from price_lists where organization_id = $1 and kind = 'base' limit 1) as list,
       (select code from warehouses where organization_id = $1 order by priority limit 1) as warehouse`,
    [net.hq.id],
  )
  const { unit = '', list = '', warehouse = '' } = rows[0] ?? {}
  return [
    {
      kind: 'dealers',
      table: 'dealers',
      good: csv('Dealer code,Company,Street,City,Country,Terms', 'X1,Lakeside,1 Pier,Portland,US,30', 'X2,Hilltop,,,,45'),
      changed: csv('Dealer code,Company,Street,City,Country,Terms', 'X1,Lakeside,1 Pier,Portland,US,30', 'X2,Hilltop,,,,60'),
      wrong: { file: csv('Code,Name,Tier', 'X3,Wrong tier,NONE'), message: /There is no tier "NONE"/, column: 'tier' },
    },
    {
      kind: 'people',
      table: "(select * from memberships where status <> 'ended') m",
      good: csv('E-mail,Name,Dealer code,Role', 'pat@lake.example,Pat Miller,D1,dealer-user', 'sue@lake.example,Sue Hall,D2,dealer-admin'),
      wrong: { file: csv('E-mail,Name,Dealer', 'x@lake.example,X Y,NOPE'), message: /There is no dealer "NOPE"/, column: 'dealer' },
    },
    {
      kind: 'products',
      table: 'variants',
      good: csv('SKU;Product name;Category;UOM', `IMP-1;Imported pump;Imported parts;${unit}`, `IMP-2;Imported pump;Imported parts;${unit}`, `IMP-3;Imported hose;Imported parts;${unit}`),
      changed: csv('SKU;Product name;Category;UOM;EAN', `IMP-1;Imported pump;Imported parts;${unit};4006381333931`, `IMP-2;Imported pump;Imported parts;${unit};`),
      wrong: { file: csv('SKU,Product,Category', 'IMP-9,Lost,Nowhere'), message: /There is no category "Nowhere"/, column: 'category' },
    },
    {
      kind: 'prices',
      table: 'prices',
      good: csv('Price list,SKU,Price,Quantity', `${list},${pump.sku},9.95,10`, `${list},${pump.sku},"1,009.5",100`),
      changed: csv('Price list,SKU,Price,Quantity', `${list},${pump.sku},9.90,10`),
      wrong: { file: csv('Price list,SKU,Price', `${list},NO-SKU,1.00`), message: /no product with the SKU "NO-SKU"/, column: 'sku' },
    },
    {
      kind: 'stock',
      table: 'stock_moves',
      good: csv('SKU,Warehouse,Counted', `${pump.sku},${warehouse},25`),
      changed: csv('SKU,Warehouse,Counted', `${pump.sku},${warehouse},24.000`),
      wrong: { file: csv('SKU,Warehouse,Counted', `${pump.sku},${warehouse},-3`), message: /not a quantity/, column: 'quantity' },
    },
  ]
}

describe('N7: imports of five kinds', () => {
  test('a dry run writes nothing, a wrong row names line, column and reason, a second run changes nothing, undo takes all back', async () => {
    for (const { kind, table, good, changed, wrong } of await cases()) {
      const before = await count(table)
      const upload = await anUpload(net, kind, good)
      const dry = await runImported(net, upload, { isDryRun: true })
      expect([kind, dry.page.state, dry.page.failedRows, dry.rows.find((row) => row.state === 'failed')?.message]).toEqual([kind, 'done', 0, undefined])
      expect([kind, await count(table)]).toEqual([kind, before])

      const real = await runImported(net, upload)
      const made = real.rows.filter((row) => row.state !== 'unchanged').length
      expect([kind, real.page.state, real.page.failedRows, real.page.doneRows]).toEqual([kind, 'done', 0, real.page.totalRows])
      expect([kind, made]).toEqual([kind, real.page.totalRows])
      const after = await count(table)
      expect([kind, after > before]).toEqual([kind, true])

      const again = await runImported(net, await anUpload(net, kind, good))
      expect([kind, again.rows, again.page.counts?.[kind]]).toEqual([kind, [], { created: 0, updated: 0, failed: 0, unchanged: real.page.totalRows }])
      expect([kind, await count(table)]).toEqual([kind, after])

      const refused = await runImported(net, await anUpload(net, kind, wrong.file))
      expect(refused.page).toMatchObject({ state: 'done', failedRows: 1 })
      expect(refused.rows[0]).toMatchObject({ line: 2, column: wrong.column, state: 'failed', message: expect.stringMatching(wrong.message) })

      if (changed) {
        const update = await anUpload(net, kind, changed)
        const updated = await runImported(net, update)
        expect([kind, updated.rows.map((row) => row.state)]).toEqual([kind, ['updated']])
        const back = await undone(net, update.id)
        expect([kind, back.page.state, back.rows.map((row) => [row.isUndone, row.kept])]).toEqual([kind, 'undone', [[true, null]]])
      }
      if (kind === 'stock') continue
      const back = await undone(net, upload.id)
      const kept = back.rows.filter((row) => row.kept !== null).map((row) => row.kept)
      // A row that was changed and changed back after the import is not what the import left: it stays.
      expect([kind, kept.every((one) => /changed after the import|is gone already/.test(one ?? ''))]).toEqual([kind, true])
      expect([kind, await count(table)]).toEqual([kind, before + kept.length])
    }
  }, 240_000)

  test('undo keeps what was used or changed since, with the reason', async () => {
    const upload = await anUpload(net, 'dealers', csv('Code,Name', 'U1,Used dealer', 'U2,Free dealer'))
    await runImported(net, upload)
    const people = await anUpload(net, 'people', csv('E-mail,Name,Dealer', 'joe@used.example,Joe Used,U1'))
    await runImported(net, people)
    const { rows } = await undone(net, upload.id)
    expect(rows.map(({ key, isUndone, kept }) => [key, isUndone, kept])).toEqual([
      ['U1', false, expect.stringMatching(/has people already/)],
      ['U2', true, null],
    ])
  })

  test('stock that was counted is taken back by the opposite adjustment', async () => {
    const hose = await net.aVariant({ stock: 4 })
    const { rows } = await poolOf(net.payload).query<{ code: string }>('select code from warehouses where organization_id = $1 order by priority limit 1', [net.hq.id])
    const upload = await anUpload(net, 'stock', csv('SKU,Warehouse,Quantity', `${hose.sku},${rows[0]?.code ?? ''},11`))
    const onHand = async () => (await poolOf(net.payload).query<{ n: string }>('select sum(on_hand)::text as n from stock_levels where variant_id = $1', [hose.id])).rows[0]?.n
    await runImported(net, upload)
    expect(Number(await onHand())).toBe(11)
    const back = await undone(net, upload.id)
    expect(back.page.state).toBe('undone')
    expect(Number(await onHand())).toBe(4)
  })
})
