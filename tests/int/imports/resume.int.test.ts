import { beforeAll, describe, expect, test } from '@jest/globals'

import { beginImport, claimImportRows, recordImportRows, requestUndo } from '@/domain/core'
import { core } from '@/domain/registry'
import { runImport } from '@/jobs/import/run-import'
import { undoImport } from '@/jobs/import/undo-import'
import { poolOf } from '@/platform/db/pool'
import { perform } from '@/platform/perform'
import { xlsxOf } from '@/platform/sheets/write-xlsx'
import { anUpload, csv, outcomeOf, runImported } from '@tests/builders/imports'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { creatorFor } from '@tests/builders/places'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
  const create = await creatorFor(net.payload, net.people.admin.email)
  await create('categories', { name: 'Bulk', slug: 'bulk' })
})

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const event = (id: string, attempt = 1) => ({ id: '0199aaaa-0000-7000-8000-000000000001', name: 'import.requested', subject: { type: 'imports', id }, organization: net.hq.id, counterparty: null, actor: null, data: { import: id, attempt }, at: new Date() })

/** Goes on until the process would have been killed: after so many chunks the next one cannot begin. */
async function killedAfter(chunks: number, work: () => Promise<void>): Promise<void> {
  let begun = 0
  const connect = net.payload.db.beginTransaction
  net.payload.db.beginTransaction = async (...args) => {
    begun += 1
    if (begun > chunks) throw new Error('killed')
    return connect(...args)
  }
  try {
    await expect(work()).rejects.toThrow('killed')
  } finally {
    net.payload.db.beginTransaction = connect
  }
}

describe('N7: an import that is killed', () => {
  test('goes on exactly where it was, for each of the five kinds', async () => {
    const { rows } = await poolOf(net.payload).query<{ unit: string; list: string; warehouse: string }>(
      `select (select code from units where organization_id = $1 limit 1) as unit, (select code from price_lists where organization_id = $1 and kind = 'base' limit 1) as list,
         (select code from warehouses where organization_id = $1 order by priority limit 1) as warehouse`,
      [net.hq.id],
    )
    const { unit = '', list = '', warehouse = '' } = rows[0] ?? {}
    const files: Record<string, string> = {
      dealers: csv('Code,Name', ...numbers(1, 120).map((n) => `K${n},Dealer ${n}`)),
      people: csv('E-mail,Name,Dealer', ...numbers(1, 120).map((n) => `p${n}@kill.example,Person ${n},K${n}`)),
      products: csv('SKU,Product,Category,Unit', ...numbers(1, 120).map((n) => `KILL-${n},Thing ${n},Bulk,${unit}`)),
      prices: csv('Price list,SKU,Unit price', ...numbers(1, 120).map((n) => `${list},KILL-${n},${n}.50`)),
      stock: csv('SKU,Warehouse,Quantity', ...numbers(1, 120).map((n) => `KILL-${n},${warehouse},${n}`)),
    }
    for (const [kind, file] of Object.entries(files)) {
      const { id, mapping } = await anUpload(net, kind, file)
      await perform(core.requestImport, { id, isDryRun: false, mapping }, await net.caller(net.people.admin))
      // The first transaction begins the run, each further one is a chunk of fifty rows.
      await killedAfter(2, () => runImport(net.payload, event(id)))
      const half = await outcomeOf(net, id)
      expect([kind, half.page.state, half.page.doneRows, half.rows.length]).toEqual([kind, 'running', 50, 50])
      await drainJobs(net.payload)
      const { page, rows: made } = await outcomeOf(net, id)
        expect([kind, page.state, page.doneRows, made.find((row) => row.state === 'failed')?.message]).toEqual([kind, 'done', 120, undefined])
      expect([kind, made.filter((row) => row.state === 'created').length, new Set(made.map((row) => row.line)).size]).toEqual([kind, 120, 120])
      await runImport(net.payload, event(id))
      expect([kind, (await outcomeOf(net, id)).rows.length]).toEqual([kind, 120])
    }
  }, 240_000)

  test('undo that is killed goes on as well', async () => {
    const upload = await anUpload(net, 'dealers', csv('Code,Name', ...numbers(1, 30).map((n) => `V${n},Void ${n}`)))
    await runImported(net, upload)
    await perform(requestUndo, { id: upload.id }, await net.caller(net.people.admin))
    await killedAfter(10, () => undoImport(net.payload, event(upload.id)))
    const half = await outcomeOf(net, upload.id)
    expect(half.rows.filter((row) => row.isUndone)).toHaveLength(10)
    await drainJobs(net.payload)
    const { page, rows } = await outcomeOf(net, upload.id)
    expect([page.state, rows.filter((row) => row.isUndone).length]).toEqual(['undone', 30])
  })

  test('two workers never do the same rows', async () => {
    const { id, mapping } = await anUpload(net, 'dealers', csv('Code,Name', 'W1,Once'))
    const admin = await net.caller(net.people.admin)
    await perform(core.requestImport, { id, isDryRun: false, mapping }, admin)
    await perform(beginImport, { run: id, attempt: 1 }, admin)
    expect(await perform(claimImportRows, { run: id, attempt: 1, doneRows: 0 }, admin)).toBe(true)
    await perform(recordImportRows, { run: id, doneRows: 1, failedRows: 0, rows: [] }, admin)
    expect(await perform(claimImportRows, { run: id, attempt: 1, doneRows: 0 }, admin)).toBe(false)
    expect(await perform(claimImportRows, { run: id, attempt: 2, doneRows: 1 }, admin)).toBe(false)
    await drainJobs(net.payload)
  })
})

describe('N7: rows that spoil their chunk', () => {
  test('a row Payload refuses takes only itself down; the rows beside it are written', async () => {
    const { rows } = await poolOf(net.payload).query<{ list: string }>(`select code as list from price_lists where organization_id = $1 and kind = 'base' limit 1`, [net.hq.id])
    const pump = await net.aVariant({})
    const list = rows[0]?.list ?? ''
    // The second overlaps the first: an exclusion constraint of the database says so.
    const file = csv('Price list,SKU,Unit price,From quantity,From day,To day', `${list},${pump.sku},5.00,20,2030-01-01,2030-06-01`, `${list},${pump.sku},6.00,20,2030-03-01,2030-09-01`, `${list},${pump.sku},7.00,30,2030-01-01,`)
    const { page, rows: made } = await runImported(net, await anUpload(net, 'prices', file))
    expect(page).toMatchObject({ state: 'done', doneRows: 3, failedRows: 1 })
    expect(made.map(({ line, state }) => [line, state])).toEqual([[2, 'created'], [3, 'failed'], [4, 'created']])
    expect(made[1]?.message).toMatch(/overlap/)
  })
})

describe('N7: XLSX', () => {
  test('a workbook comes in like the same CSV: texts, numbers, days', async () => {
    const pump = await net.aVariant({})
    const { rows } = await poolOf(net.payload).query<{ list: string }>(`select code as list from price_lists where organization_id = $1 and kind = 'base' limit 1`, [net.hq.id])
    async function* batches() {
      yield [[rows[0]?.list ?? '', pump.sku, '12.5', 50, '2031-01-01']]
    }
    const pieces: Buffer[] = []
    for await (const piece of xlsxOf('Prices', ['Price list', 'SKU', 'Unit price', 'From quantity', 'From day'], batches())) pieces.push(piece)
    const { page, rows: made } = await runImported(net, await anUpload(net, 'prices', Buffer.concat(pieces), 'prices.xlsx'))
    expect([page.state, page.doneRows, made[0]?.message]).toEqual(['done', 1, null])
    expect(made[0]).toMatchObject({ line: 2, state: 'created' })
  })
})
