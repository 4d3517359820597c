import { beforeAll, describe, expect, test } from '@jest/globals'

import { exportPage } from '@/domain/core'
import { core } from '@/domain/registry'
import { poolOf } from '@/platform/db/pool'
import { readStored } from '@/platform/files'
import { userOf } from '@/platform/access/strategy'
import { perform } from '@/platform/perform'
import { withLocalBytes } from '@/platform/sheets/local-copy'
import { readSheet } from '@/platform/sheets/read-sheet'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
  await net.aVariant({})
  await net.aVariant({})
})

async function exported(collection: string, filter: object, format: 'csv' | 'xlsx' = 'csv'): Promise<Record<string, string>[]> {
  const { id } = await perform(core.requestExport, { collection, filter, format }, await net.caller(net.people.admin))
  await drainJobs(net.payload)
  const page = await exportPage(await net.reader(net.people.admin), id)
  expect([page.state, page.error]).toEqual(['done', null])
  const { rows } = await poolOf(net.payload).query<{ key: string }>('select storage_key as key from files where id = $1', [page.file])
  const bytes = (await readStored(rows[0]?.key ?? '')) ?? Buffer.alloc(0)
  return withLocalBytes(bytes, async (path) => {
    const found: Record<string, string>[] = []
    for await (const record of readSheet(path)) found.push({ ...record.values })
    return found
  })
}

describe('exports', () => {
  test('every condition of a list counts, whatever its operator; chosen rows are chosen rows; XLSX says the same as CSV', async () => {
    const where = { or: [{ and: [{ termsDays: { greater_than: '0' } }, { code: { in: ['D1'] } }] }] }
    const some = await exported('dealers', { where })
    expect(some).toHaveLength(1)
    expect(Object.values(some[0] ?? {})).toContain('D1')
    expect(await exported('dealers', { where }, 'xlsx')).toEqual(some)
    const [chosen] = await exported('dealers', { ids: [net.d2.dealer] })
    expect(Object.values(chosen ?? {})).toContain('D2')
    expect(await exported('dealers', { ids: [(await aNetwork()).d1.dealer, net.d1.dealer] })).toHaveLength(1)
    const { id } = await perform(core.requestExport, { collection: 'dealers', filter: { where: { 'no.such': { equals: '1' } } } }, await net.caller(net.people.admin))
    await drainJobs(net.payload)
    expect(await exportPage(await net.reader(net.people.admin), id)).toMatchObject({ state: 'failed' })
  })

  test('file and export of a person are seen by that person and by holders of export.read-all only', async () => {
    await exported('dealers', {})
    const seen = async (email: string, collection: 'files' | 'exports') => {
      const user = userOf(await net.principalFor(email))
      const where = collection === 'files' ? { subjectType: { equals: 'exports' } } : {}
      return (await net.payload.find({ collection, user, overrideAccess: false, where, pagination: false })).docs.length
    }
    expect(await seen(net.people.admin.email, 'files')).toBeGreaterThan(0)
    expect(await seen(net.people.admin.email, 'exports')).toBeGreaterThan(0)
    for (const colleague of [net.people.finance.email, net.people.readonly.email]) {
      expect(await seen(colleague, 'files')).toBe(0)
      expect(await seen(colleague, 'exports')).toBe(0)
    }
  })
})
