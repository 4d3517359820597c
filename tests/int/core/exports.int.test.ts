import { beforeAll, describe, expect, test } from '@jest/globals'

import { fileFor } from '@/domain/content'
import { exportPage, listNotifications } from '@/domain/core'
import { exportDefinitions } from '@/domain/exports'
import { core } from '@/domain/registry'
import { readStored } from '@/platform/files'
import { perform } from '@/platform/perform'
import { sealAll } from '@tests/builders/audit'
import { expectHealthy } from '@tests/builders/doctor'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { anOrder, aConfirmedOrder, aShipment } from '@tests/builders/orders'
import type { Person } from '@tests/builders/people'
import { ownerQuery } from '@tests/setup/database'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
  const pump = await net.aVariant({ stock: 500 })
  await anOrder(net, [{ sku: pump.sku, quantity: 2 }], { poReference: '=HYPERLINK("http://evil.example")' })
  await anOrder(net, [{ sku: pump.sku, quantity: 1 }], { buyer: net.d2, poReference: 'Two, "quoted"' })
  const shipped = await aConfirmedOrder(net, [{ sku: pump.sku, quantity: 3 }])
  await aShipment(net, shipped.id)
  await drainJobs(net.payload)
})

async function exported(
  person: Person,
  collection: string,
  filter: object = {},
): Promise<{ id: string; lines: string[] }> {
  const { id } = await perform(core.requestExport, { collection, filter }, await net.caller(person))
  await drainJobs(net.payload)
  const reader = await net.reader(person)
  const { file, state, doneRows, totalRows } = await exportPage(reader, id)
  expect({ state, doneRows }).toEqual({ state: 'done', doneRows: totalRows })
  const { storageKey, sha256 } = await fileFor(reader, file!)
  const text = (await readStored(storageKey, sha256))!.toString('utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  return { id, lines: text.slice(1).trimEnd().split('\r\n') }
}

describe('exports', () => {
  test('a list becomes a file with amounts as amounts, and formulas as text', async () => {
    const { id, lines } = await exported(net.people.admin, 'orders')
    expect(lines[0]).toBe(
      'Number,Status,Seller,Branch,Buyer,Reference,Requested on,Submitted at,Currency,Subtotal,Discount,Tax,Total,Internal note',
    )
    expect(lines).toHaveLength(4)
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    expect(lines[2]).toContain('"Two, ""quoted"""')
    expect(lines[1]).toMatch(/,USD,\d+\.\d\d,0\.00,/)
    const told = await listNotifications(await net.reader(net.people.admin), { limit: 5 })
    expect(told.rows[0]).toMatchObject({ type: 'export-ready', path: `/api/v1/exports/${id}/download` })
  })

  test('a filter narrows; one that the list does not know is refused', async () => {
    const { lines } = await exported(net.people.admin, 'orders', {
      status: ['submitted'],
      q: net.d2.party ? 'quoted' : '',
    })
    expect(lines).toHaveLength(2)
    await expect(
      perform(
        core.requestExport,
        { collection: 'stock-levels', filter: { status: ['x'] } },
        await net.caller(net.people.admin),
      ),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(
      perform(core.requestExport, { collection: 'users' }, await net.caller(net.people.admin)),
    ).rejects.toMatchObject({ status: 404 })
  })

  test.each(exportDefinitions.map((one) => one.collection))('the list %s can be written', async (collection) => {
    expect((await exported(net.people.admin, collection)).lines.length).toBeGreaterThan(0)
  })

  test('more rows than a batch come whole and once', async () => {
    await ownerQuery(`begin; set local tf.operation = 'test'; insert into stock_moves (id, organization_id, tree_id, level_id, variant_id, location_id, kind, quantity, cause_type, cause, at, on_day)
      select uuidv7(), organization_id, tree_id, id, variant_id, location_id, 'adjusted', case when n % 2 = 0 then 1 else -1 end, 'test', 'x', now(), '2026-01-01'
      from stock_levels, generate_series(1, 2600) n where on_hand > 100; commit`)
    const { lines } = await exported(net.people.admin, 'stock-moves', { status: ['adjusted'] })
    const [{ n } = { n: 0 }] = await ownerQuery<{ n: number }>(
      `select count(*)::int as n from stock_moves where kind = 'adjusted'`,
    )
    expect(lines).toHaveLength(n + 1)
    expect(n).toBeGreaterThan(2_000)
  })

  test('the file opens for the person who asked and for nobody else', async () => {
    const { id } = await exported(net.people.admin, 'orders')
    const { file } = await exportPage(await net.reader(net.people.admin), id)
    await expect(fileFor(await net.reader(net.people.finance), file!)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(exportPage(await net.reader(net.people.finance), id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('rights are those of the moment it is written: who lost them gets a failed export', async () => {
    const { id } = await perform(core.requestExport, { collection: 'orders' }, await net.caller(net.people.finance))
    await ownerQuery(
      `begin; set local tf.operation = 'test'; update memberships set status = 'suspended' where user_id = '${net.people.finance.user}'; commit`,
    )
    await drainJobs(net.payload)
    const [row] = await ownerQuery<{ state: string; error: string; file_id: string | null }>(
      'select state, error, file_id from exports where id = $1',
      [id],
    )
    expect(row).toEqual({ state: 'failed', error: 'You may not export any more.', file_id: null })
  })

  test('who may not export asks in vain', async () => {
    await expect(
      perform(core.requestExport, { collection: 'orders' }, await net.caller(net.d1.buyer)),
    ).rejects.toMatchObject({ status: 403 })
  })

  test('the doctor finds nothing', async () => {
    await sealAll(net.payload)
    await expectHealthy(net.payload)
  })
})
