import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { listPrunings } from '@/domain/core'
import { updateDealer } from '@/domain/network'
import { core } from '@/domain/registry'
import { verifyAuditFile } from '@/platform/audit-file/verify'
import { perform } from '@/platform/perform'
import { anAuditFile, sealAll } from '@tests/builders/audit'
import { expectHealthy, foundAfter } from '@tests/builders/doctor'
import { drainJobs, runClock } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import type { Person } from '@tests/builders/people'
import { ownerQuery } from '@tests/setup/database'

const folder = mkdtempSync(path.join(tmpdir(), 'audit-'))
let ours: Network
let theirs: Network
let lastOld: number
let whole: Buffer
let count = 0

const FILL = `insert into audit_log (id, operation, outcome, actor_name, organization_id, tree_id, subject_type, subject, changes, at)
select gen_random_uuid(), 'order.annotate', 'success', 'system', t, t, 'orders', gen_random_uuid()::text, '{}', now()
from generate_series(1, 400) n cross join lateral (select case when n % 5 = 0 then $2::uuid else $1::uuid end) as one(t)`
const unguarded = (table: string, sql: string) => `alter table ${table} disable trigger tf_insert_only; ${sql}; alter table ${table} enable trigger tf_insert_only`
const left = async (tree: string) => (await ownerQuery<{ n: number }>('select count(*)::int as n from audit_log where tree_id = $1 and seq <= $2', [tree, lastOld]))[0]!.n

beforeAll(async () => {
  ours = await aNetwork()
  theirs = await aNetwork()
  await drainJobs(ours.payload)
  await ownerQuery(FILL, [ours.hq.id, theirs.hq.id])
  await sealAll(ours.payload)
  await runClock(ours.payload, 'audit-anchor')
  await ownerQuery(unguarded('audit_seals', `update audit_seals set sealed_at = now() - interval '400 days'`))
  lastOld = (await ownerQuery<{ n: number }>('select max(to_seq)::int as n from audit_seals'))[0]!.n
})

afterAll(() => rmSync(folder, { recursive: true }))

const keep = async (value: number) =>
  perform(core.setSetting, { key: 'core.auditKeepDays', organization: ours.hq.id, value }, await ours.caller(ours.people.admin))

const exported = (person: Person, input: object = {}) => anAuditFile(ours, person, input)

async function verdictOf(content: Buffer | string) {
  count += 1
  const file = path.join(folder, `${count}.txt`)
  writeFileSync(file, content)
  return verifyAuditFile(file)
}

const problemWith = async (change: (text: string) => string) => (await verdictOf(change(whole.toString('utf8')))).problem

describe('how long the audit log is kept (P5)', () => {
  test('for ever, unless a headquarters says so; for a year at least', async () => {
    await runClock(ours.payload, 'audit-prune')
    expect(await left(ours.hq.id)).toBeGreaterThan(320)
    await expect(keep(364)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await keep(365)
  })

  test('what was altered since it was sealed stays, with everything around it', async () => {
    const forge = (to: string) => ownerQuery(unguarded('audit_log', `update audit_log set operation = ${to} where seq = (select max(seq) from audit_log where seq <= ${lastOld} and tree_id = '${ours.hq.id}')`))
    await forge(`operation || '!'`)
    const before = await left(ours.hq.id)
    await runClock(ours.payload, 'audit-prune')
    expect(await left(ours.hq.id)).toBe(before)
    await forge(`trim(trailing '!' from operation)`)
  })

  test('what is older goes with a signed statement, other trees and newer entries stay, and the doctor finds nothing', async () => {
    const others = await left(theirs.hq.id)
    const mine = await left(ours.hq.id)
    await runClock(ours.payload, 'audit-prune')
    expect([await left(ours.hq.id), await left(theirs.hq.id)]).toEqual([0, others])
    expect(await listPrunings(await ours.reader(ours.people.admin))).toEqual([expect.objectContaining({ count: mine })])
    expect(await listPrunings(await ours.reader(ours.d1.admin))).toEqual([])
    const told = await ownerQuery<{ changes: object }>(`select changes from audit_log where operation = 'audit.prune'`)
    expect(told).toEqual([{ changes: expect.objectContaining({ entries: { from: null, to: mine } }) }])
    await sealAll(ours.payload)
    await expectHealthy(ours.payload)
  })

  test('nothing goes without a statement, not even for the owner of the table', async () => {
    await expect(ownerQuery(`delete from audit_log where tree_id = '${theirs.hq.id}'`)).rejects.toThrow('is a ledger')
    await expect(ownerQuery('delete from audit_prunings')).rejects.toThrow('is a ledger')
    const found = (sql: string, restore: string) => foundAfter(ours.payload, sql, restore)
    expect(await found(unguarded('audit_prunings', 'update audit_prunings set count = count + 1'), unguarded('audit_prunings', 'update audit_prunings set count = count - 1'))).toContain('Q97e')
    const [gone] = await ownerQuery<{ row: string }>(`select to_jsonb(a)::text as row from audit_log a where tree_id = '${theirs.hq.id}' and seq <= ${lastOld} limit 1`)
    const back = `insert into audit_log overriding system value select * from jsonb_populate_record(null::audit_log, '${gone!.row.replaceAll("'", "''")}')`
    expect(await found(unguarded('audit_log', `delete from audit_log where seq = ${(JSON.parse(gone!.row) as { seq: number }).seq}`), back)).toContain('Q97b')
    await expectHealthy(ours.payload)
  })
})

describe('an export of what is left', () => {
  test('is whole and says what was pruned', async () => {
    await perform(updateDealer, { id: ours.d1.dealer, creditLimitMinor: 500_000 }, await ours.caller(ours.people.admin))
    await sealAll(ours.payload)
    // Ours begins after what went; the other tree's entries lie among those that went.
    expect(await verdictOf(await exported(ours.people.admin))).toMatchObject({ problem: null, pruned: 0 })
    whole = await exported(theirs.people.admin)
    const verdict = await verdictOf(whole)
    expect(verdict.problem).toBeNull()
    expect(verdict.pruned).toBeGreaterThanOrEqual(320)
    expect(execFileSync('npx', ['tsx', 'scripts/audit-verify.ts', path.join(folder, `${count}.txt`)], { encoding: 'utf8' })).toMatch(new RegExp(`^Whole: .* ${verdict.pruned} pruned after their time`))
  })

  test('a flipped byte, an entry passed off as pruned, a pruned one left out, an altered statement are found', async () => {
    const bytes = Buffer.from(whole)
    const target = /^E\t\d+\t(\d+)\t/m.exec(whole.toString('utf8'))![1]!
    const at = bytes.indexOf(Buffer.from(`\t${target}\t`)) + 200
    bytes[at] = bytes[at]! ^ 1
    expect((await verdictOf(bytes)).problem).toMatch(new RegExp(`entry ${target} was altered`))
    const id = /^P\t.*\t(.+)$/m.exec(whole.toString('utf8'))![1]!
    expect(await problemWith((text) => text.replace(/^E\t(\d+\t\d+\t[0-9a-f]+)\t.*$/m, `P\t$1\t${id}`))).toMatch(/was removed: the statement .* does not name it/)
    expect(await problemWith((text) => text.replace(/^P\t.*\n/m, ''))).toContain('one entry was removed')
    expect(await problemWith((text) => text.replace(/^(R\t.*"count":)\d+/m, '$17'))).toContain('has a wrong signature')
    expect(await problemWith((text) => text.replace(/^R\t.*\n/m, ''))).toContain('nothing states that it was pruned')
  })
})

describe('an export to be read', () => {
  test('has names, times of the zone and what each field was before and after', async () => {
    const lines = (await exported(ours.people.admin, { form: 'readable' })).toString('utf8').split('\r\n')
    expect(lines[0]).toContain('Time (America/New_York)')
    const credit = lines.find((line) => line.includes('Credit limit'))
    expect(credit).toMatch(/,\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,Ada Admin,/)
    expect(credit).toContain('Credit limit,,5000.00 USD,Credit limit set to 5000.00 USD')
  })

  test("a dealer's administrator reads its own organization and not HQ's people", async () => {
    const text = (await exported(ours.d1.admin, { form: 'readable' })).toString('utf8')
    expect(text).toContain('D1 Admin')
    expect(text).not.toMatch(/Ada Admin|Sam Sales|Credit limit/)
  })
})
