import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { openRun } from '../../../scripts/import/import-network'
import { networkExport } from '../../../scripts/import/network-export'
import { runImport, type Summary } from '../../../scripts/import/run-import'
import { expectHealthy } from '@tests/builders/doctor'
import { ownerQuery } from '@tests/setup/database'
import { bootPayload } from '@tests/setup/payload'

const FIXTURE = path.resolve('tests/fixtures/network-export')
const REAL = path.resolve('../shared/data/adventure-works')
let payload: Payload

beforeAll(async () => {
  payload = await bootPayload()
})

async function bring(folder: string, code: string, isDryRun = false): Promise<Summary> {
  return runImport(await openRun(payload, folder, code, isDryRun), networkExport, isDryRun)
}

/** A copy of the fixture whose file was changed. */
function changed(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tf-import-'))
  cpSync(FIXTURE, folder, { recursive: true })
  writeFileSync(path.join(folder, file), change(readFileSync(path.join(folder, file), 'utf8')))
  return folder
}

async function countOf(table: string, code: string): Promise<number> {
  const [row] = await ownerQuery<{ n: number }>(`select count(*)::int as n from "${table}" t join organizations o on o.id = t.organization_id where o.code = $1`, [code])
  return row?.n ?? 0
}

describe('importing a network (N7)', () => {
  it('a dry run judges every row and writes nothing', async () => {
    const { counts, failures } = await bring(FIXTURE, 'DRY', true)
    expect(failures).toEqual([])
    expect(counts['variant']).toMatchObject({ created: 5 })
    expect(await ownerQuery(`select 1 from organizations where code = 'DRY'`, [])).toEqual([])
    for (const table of ['products', 'variants', 'dealers', 'stock_moves', 'imports']) expect([table, await countOf(table, 'DRY')]).toEqual([table, 0])
  })

  it('brings everything in, and a second run changes nothing', async () => {
    const first = await bring(FIXTURE, 'ONE')
    expect(first.failures).toEqual([])
    expect(first.counts).toMatchObject({ product: { created: 4 }, variant: { created: 5 }, 'stock level': { created: 5 }, dealer: { created: 3 }, contact: { created: 3 }, price: { created: 3 } })
    const moves = await countOf('stock_moves', 'ONE')
    // Five levels, one of them empty: an opening of nothing is no move.
    expect(moves).toBe(4)
    const second = await bring(FIXTURE, 'ONE')
    const written = Object.values(second.counts).reduce((sum, one) => sum + one.created + one.updated + one.failed, 0)
    expect(written).toBe(0)
    expect(await countOf('stock_moves', 'ONE')).toBe(moves)
  })

  it('keeps four decimals, ends prices the day after their last day, sells nothing without a price or after its end', async () => {
    const prices = await ownerQuery(
      `select v.sku, p.unit_price_micro::float8 as micro, p.from_day, p.to_day from prices p join variants v on v.id = p.variant_id
       join organizations o on o.id = p.organization_id join price_lists l on l.id = p.list_id where o.code = 'ONE' and l.kind = 'base' order by v.sku, p.from_day`,
      [],
    )
    expect(prices).toMatchObject([
      { sku: 'BO-1-B', micro: 1_499_990_000 },
      { sku: 'BO-1-R', micro: 1_399_995_000, to_day: '2023-01-01' },
      { sku: 'BO-1-R', micro: 1_499_990_000, to_day: null },
      { sku: 'OAR-9', micro: 45_500_000 },
      { sku: 'OLD-1', micro: 80_000_000 },
    ])
    const states = await ownerQuery(`select v.sku, v.status from variants v join organizations o on o.id = v.organization_id where o.code = 'ONE' order by v.sku`, [])
    expect(states).toMatchObject([{ status: 'active' }, { status: 'active' }, { sku: 'NUT-1', status: 'draft' }, { sku: 'OAR-9', status: 'active' }, { sku: 'OLD-1', status: 'discontinued' }])
  })

  it('invites contacts without sending a mail', async () => {
    const [row] = await ownerQuery<{ members: number; mails: number }>(
      `select (select count(*) from memberships where person_email like '%example' and status = 'invited')::int as members,
         (select count(*) from outbox_events where name = 'member.invited' and data->>'email' in ('owner@lake.example', 'jésus@river.example'))::int as mails`,
      [],
    )
    expect(row).toMatchObject({ mails: 0 })
    expect(row?.members).toBeGreaterThanOrEqual(3)
  })

  it('names file, line, column and sentence of a bad row, and brings in the others', async () => {
    const folder = changed('dealers.csv', (text) => text.replace('D2,River Store,A2,South', 'D2,River Store,A2,Atlantis').replace('D3,Lake Store', 'D1,Lake Store'))
    const { counts, failures } = await bring(folder, 'BAD')
    expect(counts['dealer']).toMatchObject({ created: 1, failed: 2 })
    expect(failures.slice(0, 2)).toMatchObject([
      { file: 'dealers.csv', line: 3, column: 'territory', message: 'There is no territory "Atlantis".' },
      { file: 'dealers.csv', line: 4, message: '"D1" stands already on line 2.' },
    ])
    const kept = await ownerQuery(`select line::int, "column", state from import_rows r join organizations o on o.id = r.organization_id where o.code = 'BAD' and state = 'failed' and file = 'dealers.csv' order by line`, [])
    expect(kept).toMatchObject([{ line: 3, column: 'territory' }, { line: 4 }])
  })

  it('a changed row is updated, the others stay', async () => {
    const folder = changed('products.csv', (text) => text.replace('OAR-9,Oar,', 'OAR-9,Long oar,'))
    const { counts } = await bring(folder, 'ONE')
    expect(counts['variant']).toMatchObject({ updated: 1, unchanged: 4 })
  })

  it('a run that was killed is taken up without doubling anything', async () => {
    const run = await openRun(payload, FIXTURE, 'KILLED')
    const broken = networkExport.map((step) => (step.name === 'dealer' ? { ...step, create: () => Promise.reject(new Error('killed')) } : step))
    await expect(runImport(run, broken, false)).rejects.toThrow('killed')
    const { failures } = await bring(FIXTURE, 'KILLED')
    expect(failures).toEqual([])
    expect(await countOf('variants', 'KILLED')).toBe(5)
    expect(await countOf('stock_moves', 'KILLED')).toBe(4)
    expect(await countOf('dealers', 'KILLED')).toBe(3)
  })

  it('leaves every invariant true', async () => {
    await ownerQuery('update outbox_events set dispatched_at = now() where dispatched_at is null', [])
    await expectHealthy(payload)
  })
})

const withRealData = existsSync(REAL) ? it : it.skip
describe('the export of a real network', () => {
  withRealData('lies beside the project, comes in whole and a second run changes nothing', async () => {
    const { counts, failures } = await bring(REAL, 'AW')
    expect(failures).toEqual([])
    expect(counts).toMatchObject({ territory: { created: 10 }, variant: { created: 504 }, location: { created: 14 }, 'stock level': { created: 1069 }, dealer: { created: 701 }, contact: { created: 753 } })
    const again = await bring(REAL, 'AW')
    expect(Object.values(again.counts).reduce((sum, one) => sum + one.created + one.updated + one.failed, 0)).toBe(0)
    // No worker runs here; on a busy machine the events would count as stuck.
    await ownerQuery('update outbox_events set dispatched_at = now() where dispatched_at is null', [])
    await expectHealthy(payload)
  }, 480_000)
})
