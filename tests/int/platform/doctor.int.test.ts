import { beforeAll, describe, expect, test } from '@jest/globals'
import { rm, utimes } from 'node:fs/promises'
import path from 'node:path'

import { collections } from '@/collections'
import { machines } from '@/domain/machines'
import { voidInvoice } from '@/domain/finance'
import { cancelOrder } from '@/domain/sales'
import { examine } from '@/platform/doctor/examine'
import { filesDir } from '@/platform/env'
import { readStored, storeFile } from '@/platform/files'
import { perform } from '@/platform/perform'
import { sealAll } from '@tests/builders/audit'
import { expectHealthy, foundAfter } from '@tests/builders/doctor'
import { aCredit, anInvoice, aPayment } from '@tests/builders/finance'
import { drainJobs, runClock } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { aConfirmedOrder, anOrder, aShipment } from '@tests/builders/orders'
import { ownerQuery } from '@tests/setup/database'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
  const pump = await net.aVariant({ stock: 50 })
  const rim = await net.aVariant({ stock: 50 })
  const part = await aConfirmedOrder(net, [
    { sku: pump.sku, quantity: 10 },
    { sku: rim.sku, quantity: 3 },
  ])
  await aShipment(net, part.id, { 1: 4 })
  const whole = await aConfirmedOrder(net, [{ sku: rim.sku, quantity: 5 }])
  await aShipment(net, whole.id)
  const gone = await anOrder(net, [{ sku: rim.sku, quantity: 2 }])
  await perform(cancelOrder, { id: gone.id, reason: 'Ordered twice.' }, await net.caller(net.d1.buyer))
  await drainJobs(net.payload)
  const paid = await anInvoice(net, { totalMinor: 5_000 })
  await aPayment(net, 5_600)
  const credited = await anInvoice(net, { totalMinor: 2_000 })
  await aCredit(net, credited.id)
  const wrong = await anInvoice(net, { buyer: net.d2.party, totalMinor: 900 })
  await perform(voidInvoice, { id: wrong.id, reason: 'Wrong dealer.' }, await net.caller(net.people.finance))
  expect(paid.number).not.toBe('')
  await drainJobs(net.payload)
  await sealAll(net.payload)
})

const brokenBy = (sql: string, restore: string) => foundAfter(net.payload, sql, restore)

describe('the doctor', () => {
  test('finds nothing after a story of orders, shipments, invoices and payments', async () => {
    await expectHealthy(net.payload)
  })

  test('asks about every pointer of every collection', async () => {
    const { asked } = await examine(net.payload, { collections, machines })
    expect(asked).toBeGreaterThan(250)
  })

  test.each([
    [
      'Q01',
      'update stock_levels set on_hand = on_hand + 1 where on_hand > 5',
      'update stock_levels set on_hand = on_hand - 1 where on_hand > 5',
    ],
    [
      'Q03',
      'update stock_levels set reserved = reserved + 1 where on_hand > reserved',
      'update stock_levels set reserved = reserved - 1 where reserved > 0 and on_hand >= reserved',
    ],
    [
      'Q13',
      `insert into stock_moves select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid()))).* from stock_moves m where kind = 'opening' limit 1`,
      `alter table stock_moves disable trigger tf_insert_only; delete from stock_moves where substr(id::text, 15, 1) = '4'; alter table stock_moves enable trigger tf_insert_only`,
    ],
    [
      'Q98b',
      `alter table orders disable trigger user; update orders set status = 'closed' where status = 'cancelled'`,
      `update orders set status = 'cancelled' where status = 'closed'; alter table orders enable trigger user`,
    ],
    [
      'Q102',
      `insert into payload_migrations (id, name, batch) values (gen_random_uuid(), '20990101_000000_of_a_later_version', 9)`,
      `delete from payload_migrations where batch = 9`,
    ],
    [
      'Q25',
      'update order_lines set shipped = shipped + 1 where shipped = 4',
      'update order_lines set shipped = shipped - 1 where shipped = 5 and quantity = 10',
    ],
    [
      'Q26',
      `update orders set exposure_minor = 5 where status = 'cancelled'`,
      `update orders set exposure_minor = 0 where status = 'cancelled'`,
    ],
    [
      'Q28',
      'update order_lines set branch_id = (select id from branches where organization_id = order_lines.organization_id limit 1)',
      'update order_lines set branch_id = null',
    ],
    ['Q32', 'update payments set unapplied_minor = 1', 'update payments set unapplied_minor = 0'],
    [
      'Q39b',
      `update sequences set next = next + 1 where key = 'order'`,
      `update sequences set next = next - 1 where key = 'order'`,
    ],
    [
      'Q80',
      `update outbox_events set dispatched_at = null, created_at = now() - interval '1 hour'`,
      'update outbox_events set dispatched_at = now(), created_at = now()',
    ],
    [
      'Q101',
      'alter table orders drop constraint orders_total_ck',
      'alter table orders add constraint orders_total_ck check (total_minor = subtotal_minor - discount_minor + case when tax_inclusive then 0 else tax_minor end)',
    ],
    [
      'Q101',
      'alter table stock_moves disable trigger tf_insert_only',
      'alter table stock_moves enable trigger tf_insert_only',
    ],
    [
      'Q97b',
      `alter table audit_log disable trigger tf_insert_only; update audit_log set operation = operation || '!' where seq = 2`,
      `update audit_log set operation = trim(trailing '!' from operation) where seq = 2; alter table audit_log enable trigger tf_insert_only`,
    ],
    [
      'Q97',
      'alter table audit_seals disable trigger tf_insert_only; update audit_seals set from_seq = from_seq + 1',
      'update audit_seals set from_seq = from_seq - 1; alter table audit_seals enable trigger tf_insert_only',
    ],
  ])('%s is found: %s', async (id, sql, restore) => {
    expect(await brokenBy(sql, restore)).toContain(id)
    await expectHealthy(net.payload)
  })

  test('Q88b: a file that no row has named for long is found, and removed by night; anchors and new files stay', async () => {
    const [old, anchor, fresh] = ['exports/left.csv', 'anchors/2020-01-01.json', 'exports/new.csv'].map((name) => `${net.hq.id}/${name}`) as [string, string, string]
    for (const key of [old, anchor, fresh]) await storeFile(key, Buffer.from(key))
    const longAgo = new Date(Date.now() - 10 * 86_400_000)
    for (const key of [old, anchor]) await utimes(path.join(filesDir(), 'private', key), longAgo, longAgo)
    const { findings } = await examine(net.payload, { collections, machines })
    expect(findings.map(({ id, offenders }) => [id, offenders])).toEqual([['Q88b', [{ key: old }]]])
    await runClock(net.payload, 'files-sweep')
    expect(await Promise.all([old, anchor, fresh].map(async (key) => (await readStored(key)) !== null))).toEqual([false, true, true])
    await expectHealthy(net.payload)
  })

  test('Q88: a file that is gone is found', async () => {
    const files = await ownerQuery<{ storage_key: string }>('select storage_key from files order by id limit 1')
    if (!files[0]) {
      const id = '019a0000-0000-7000-8000-00000000f11e'
      await ownerQuery(`begin; set local tf.operation = 'test'; insert into files (id, organization_id, tree_id, name, storage_key, mime, bytes, sha256, subject_type, subject)
        values ('${id}', '${net.hq.id}', '${net.hq.id}', 'x.txt', '${net.hq.id}/exports/x.txt', 'text/plain', 1, 'x', 'exports', 'x'); commit`)
    } else {
      await rm(path.join(filesDir(), 'private', files[0].storage_key))
    }
    const { findings } = await examine(net.payload, { collections, machines })
    expect(findings.map((one) => one.id)).toEqual(['Q88'])
  })
})
