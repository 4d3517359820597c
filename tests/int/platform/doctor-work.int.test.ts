import { beforeAll, describe, expect, test } from '@jest/globals'
import { core } from '@/domain/registry'
import { perform } from '@/platform/perform'
import { sealAll } from '@tests/builders/audit'
import { expectHealthy, foundAfter } from '@tests/builders/doctor'
import { anUpload, csv, runImported, undone } from '@tests/builders/imports'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { anOrder } from '@tests/builders/orders'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
  const kept = await anUpload(net, 'dealers', csv('Dealer code,Company', 'X1,Lakeside', 'X2,Hilltop', 'X2,Hilltop again'))
  await runImported(net, kept)
  await runImported(net, await anUpload(net, 'dealers', csv('Dealer code,Company', 'X3,Dry')), { isDryRun: true })
  const taken = await anUpload(net, 'dealers', csv('Dealer code,Company', 'X4,Brookside'))
  await runImported(net, taken)
  await undone(net, taken.id)
  const goods = await net.aVariant({ stock: 5 })
  const orders = [await anOrder(net, [{ sku: goods.sku, quantity: 1 }]), await anOrder(net, [{ sku: goods.sku, quantity: 1 }])]
  const ids = [...orders.map(({ id }) => id), net.d1.dealer]
  await perform(core.requestBatch, { collection: 'orders', verb: 'confirm', ids }, await net.caller(net.people.sales))
  await drainJobs(net.payload)
  await sealAll(net.payload)
}, 120_000)

const DONE = `(select id from imports where state = 'done' and not coalesce(is_dry_run, false) limit 1)`

describe('the doctor on what goes on by itself', () => {
  test('finds nothing after imports, one of them dry, one taken back, and a deed on many rows', async () => {
    await expectHealthy(net.payload)
  })

  test.each([
    ['Q85', `update exports set updated_at = now(); update batches set state = 'running', updated_at = now() - interval '1 hour'`, `update batches set state = 'done', updated_at = now()`],
    ['Q86', `update imports set total_rows = total_rows + 1 where id = ${DONE}`, `update imports set total_rows = total_rows - 1 where id = ${DONE}`],
    ['Q86', `update import_rows set state = 'updated' where state = 'failed'`, `update import_rows set state = 'failed' where state = 'updated'`],
    [
      'Q86b',
      `update import_rows set natural_key = target where run_id = ${DONE} and state = 'created'; update import_rows set target = (select target from import_rows where run_id = ${DONE} and natural_key = target limit 1) where run_id = ${DONE} and state = 'created'`,
      `update import_rows set target = natural_key where run_id = ${DONE} and state = 'created'`,
    ],
    ['Q86c', 'update import_rows set is_undone = false where is_undone', `update import_rows r set is_undone = true from imports i where i.id = r.run_id and i.state = 'undone'`],
    ['Q86d', 'update batches set done_rows = done_rows - 1', 'update batches set done_rows = done_rows + 1'],
  ])('%s is found: %s', async (id, sql, restore) => {
    expect(await foundAfter(net.payload, sql, restore)).toContain(id)
    await expectHealthy(net.payload)
  })
})
