import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { requestAuditExport } from '@/domain/core'
import { verifyAuditFile } from '@/platform/audit-file/verify'
import { readStored } from '@/platform/files'
import { perform } from '@/platform/perform'
import { anAuditFile } from '@tests/builders/audit'
import { drainJobs, runClock } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { ownerQuery } from '@tests/setup/database'

const ROWS = 100_000
const folder = mkdtempSync(path.join(tmpdir(), 'audit-'))
let net: Network
let whole: Buffer
let count = 0

const FILL = `insert into audit_log (id, operation, outcome, actor_name, organization_id, tree_id, subject_type, subject, changes, request_id, at)
select gen_random_uuid(), 'order.annotate', 'success', 'system', case when n % 4 = 0 then $2::uuid else $3::uuid end, $3::uuid, 'orders', gen_random_uuid()::text,
  jsonb_build_object('note', jsonb_build_object('from', null, 'to', 'Zeile ' || n || E' \\u2028 \\t "ü"')), 'fill-' || n, now() from generate_series(1, $1::int) n`

beforeAll(async () => {
  net = await aNetwork()
  await drainJobs(net.payload)
  await ownerQuery(FILL, [ROWS, net.d1.party, net.hq.id])
  for (let left = 1; left > 0; ) left = (await ownerQuery<{ n: number }>('select audit_seal() as n'))[0]!.n
  await runClock(net.payload, 'audit-anchor')
  await drainJobs(net.payload)
  whole = await exported(net.people.admin, {})
})

afterAll(() => void execFileSync('rm', ['-rf', folder]))

const exported = (person: Network['people']['admin'], input: object) => anAuditFile(net, person, input)

async function verdictOf(content: Buffer | string) {
  count += 1
  const file = path.join(folder, `${count}.txt`)
  writeFileSync(file, content)
  return verifyAuditFile(file)
}

/** The file with its lines changed by a function of the kind and the number of an entry. */
function changed(change: (line: string, seq: string) => string | null): string {
  const lines = whole.toString('utf8').split('\n').map((line) => {
    const [kind, , seq = ''] = line.split('\t')
    return kind === 'E' ? change(line, seq) : line
  })
  return lines.filter((line) => line !== null).join('\n')
}

const entries = () => [...whole.toString('utf8').matchAll(/^E\t(\d+)\t(\d+)\t/gm)].map((match) => match[2]!)

describe('an export of 100,000 entries', () => {
  test('is whole, with its anchor, and the command says so', async () => {
    const verdict = await verdictOf(whole)
    expect(verdict).toMatchObject({ problem: null, anchors: 1 })
    expect(verdict.entries).toBeGreaterThan(ROWS)
    const said = execFileSync('npx', ['tsx', 'scripts/audit-verify.ts', path.join(folder, `${count}.txt`)], { encoding: 'utf8' })
    expect(said).toMatch(/^Whole: \d+ entries/)
  })

  test('one flipped byte names the entry', async () => {
    const target = entries()[60_000]!
    const bytes = Buffer.from(whole)
    const at = bytes.indexOf(Buffer.from(`\t${target}\t`)) + 200
    bytes[at] = bytes[at]! ^ 1
    const { problem } = await verdictOf(bytes)
    expect(problem).toMatch(new RegExp(`entry ${target} was altered`))
  })

  test('one deleted row names its neighbours', async () => {
    const seqs = entries()
    const { problem } = await verdictOf(changed((line, seq) => (seq === seqs[70_001] ? null : line)))
    expect(problem).toMatch(new RegExp(`one entry was removed from seal \\d+, between entry ${seqs[70_000]} and entry ${seqs[70_002]}`))
  })

  test('a truncated tail names the last entry that is left', async () => {
    const seqs = entries()
    const file = path.join(folder, 'tail.txt')
    writeFileSync(file, whole)
    truncateSync(file, whole.indexOf(Buffer.from(`\t${seqs[90_001]}\t`)) + 40)
    const { problem } = await verifyAuditFile(file)
    expect(problem).toMatch(new RegExp(`its tail was cut off after line \\d+, after entry ${seqs[90_000]}`))
    const { problem: atEnd } = await verdictOf(whole.toString('utf8').replace(/^Z.*\n/m, ''))
    expect(atEnd).toContain('its tail was cut off')
  })

  test('an entry altered together with its hash, a seal left out, a forged head or end are found too', async () => {
    const { createHash } = await import('node:crypto')
    const target = entries()[500]!
    const forged = changed((line, seq) => {
      if (seq !== target) return line
      const text = line.split('\t').slice(4).join('\t').replace('order.annotate', 'order.annotated')
      return [...line.split('\t').slice(0, 3), createHash('sha256').update(text).digest('hex'), text].join('\t')
    })
    expect((await verdictOf(forged)).problem).toMatch(/seal \d+ \(entries \d+ to \d+\) does not prove its rows/)
    const text = whole.toString('utf8')
    const seals = [...text.matchAll(/^S\t/gm)].map((match) => match.index)
    expect((await verdictOf(text.slice(0, seals[2]) + text.slice(seals[3]))).problem).toMatch(/seal \d+ was removed/)
    expect((await verdictOf(text.replace('"writtenBy":"Ada Admin"', '"writtenBy":"Eve"'))).problem).toContain('not the one that was signed')
    expect((await verdictOf(text.replace(/(\nZ\t.*\t)(.)/, (_, head: string, first: string) => head + (first === 'A' ? 'B' : 'A')))).problem).toContain('signature of the file is wrong')
    expect((await verdictOf('')).problem).toContain('it is empty')
  })
})

describe('a filtered export', () => {
  test('of one dealer and a time holds its entries and proves the seals by the hashes of the rest', async () => {
    const file = await exported(net.people.admin, { of: net.d1.party, from: new Date(Date.now() - 86_400_000).toISOString() })
    const verdict = await verdictOf(file)
    expect(verdict).toMatchObject({ problem: null })
    expect(verdict.entries).toBeGreaterThanOrEqual(ROWS / 4)
    expect(verdict.leftOut).toBeGreaterThanOrEqual((ROWS * 3) / 4)
    expect(file.toString('utf8')).not.toContain(`"organization": "${net.hq.id}"`)
  })

  test("a dealer's administrator gets its own organization and nothing else", async () => {
    const file = (await exported(net.d1.admin, {})).toString('utf8')
    expect((await verdictOf(file)).problem).toBeNull()
    const owners = new Set([...file.matchAll(/"organization": "([0-9a-f-]{36})"/g)].map((match) => match[1]))
    expect([...owners]).toEqual([net.d1.party])
    const ask = async (input: object) => perform(requestAuditExport, input, await net.caller(net.d1.admin))
    await expect(ask({ of: net.d2.party })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(ask({ from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  test('a row that was altered or removed behind the triggers is named by the export itself', async () => {
    const seqs = entries()
    await ownerQuery('alter table audit_log disable trigger tf_insert_only')
    await ownerQuery(`update audit_log set operation = 'order.forged' where seq = $1`, [seqs[80_000]])
    expect((await verdictOf(await exported(net.people.admin, {}))).problem).toMatch(new RegExp(`entry ${seqs[80_000]} was altered: it now says order.forged`))
    await ownerQuery('delete from audit_log where seq = $1', [seqs[40_000]])
    expect((await verdictOf(await exported(net.people.admin, {}))).problem).toMatch(new RegExp(`entry ${seqs[40_000]} was removed`))
    await ownerQuery('alter table audit_log enable trigger tf_insert_only')
  })
})

describe('the outside anchor', () => {
  test('is a signed file of the day, once a day', async () => {
    await runClock(net.payload, 'audit-anchor')
    const anchors = await ownerQuery<{ day: string; hash: string }>(`select day::text, encode(hash, 'hex') as hash from audit_anchors`)
    expect(anchors).toHaveLength(1)
    const [first] = await ownerQuery<{ id: string }>(`select id from organizations where parent_id is null and kind = 'hq' order by created_at, id limit 1`)
    const stored = JSON.parse((await readStored(`${first!.id}/anchors/${anchors[0]!.day}.json`))!.toString('utf8')) as { hash: string }
    expect(stored.hash).toBe(anchors[0]!.hash)
    expect(readFileSync(path.join(folder, '1.txt'), 'utf8')).toContain(stored.hash)
  })
})
