import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { hashOf } from '../../../scripts/lib/hash'
import { isPortFree, nextFreePort } from '../../../scripts/lib/ports'
import { amendRunNote, claimDataDir, releaseDataDir } from '../../../scripts/lib/run-note'
import { duration } from '../../../scripts/lib/say'
import { openSecrets } from '../../../scripts/lib/secrets'
import { runningServer } from '../../../scripts/postgres/pid-file'

let folder: string

beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'tf-data-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('secrets', () => {
  it('are drawn once, readable by their owner alone', () => {
    const first = openSecrets(folder)
    expect(first.payloadSecret.length).toBeGreaterThanOrEqual(40)
    expect(openSecrets(folder)).toEqual(first)
    expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  it('gain what a later version needs and keep the rest', () => {
    writeFileSync(path.join(folder, 'secrets.json'), JSON.stringify({ payloadSecret: 'kept' }))
    expect(openSecrets(folder)).toMatchObject({ payloadSecret: 'kept', owner: expect.any(String) })
  })

  it('are not drawn anew beside an existing database', () => {
    writeFileSync(path.join(folder, 'postgres.json'), '{}')
    expect(() => openSecrets(folder)).toThrow('restore it from a backup')
  })
})

describe('the note of a running installation', () => {
  it('keeps what each program is', async () => {
    await claimDataDir(folder)
    amendRunNote(folder, { url: 'http://localhost:3000', child: { name: 'web', pid: 12 } })
    const note = JSON.parse(readFileSync(path.join(folder, 'running.json'), 'utf8')) as unknown
    expect(note).toEqual({ supervisor: process.pid, url: 'http://localhost:3000', children: { web: 12 } })
    releaseDataDir(folder)
  })

  it('survives a half-written file', async () => {
    writeFileSync(path.join(folder, 'running.json'), '{"superv')
    await expect(claimDataDir(folder)).resolves.toBeUndefined()
  })
})

describe('the pid file of a server', () => {
  it('is nobody without a file, a process, or a number', () => {
    expect(runningServer(folder)).toBeUndefined()
    writeFileSync(path.join(folder, 'postmaster.pid'), '999999999\n/data\n1\n5432\n')
    expect(runningServer(folder)).toBeUndefined()
  })

  it('is removed when its number belongs to another program now', () => {
    const file = path.join(folder, 'postmaster.pid')
    writeFileSync(file, `${process.pid}\n/data\n1\n5432\n`)
    expect(runningServer(folder)).toBeUndefined()
    expect(() => statSync(file)).toThrow()
  })
})

it('finds the next free port', async () => {
  const port = await nextFreePort(47_000)
  expect(await isPortFree(port)).toBe(true)
})

it('hashes names and contents', () => {
  mkdirSync(path.join(folder, 'src'))
  const entry = path.relative(path.resolve(import.meta.dirname, '../../..'), path.join(folder, 'src'))
  const empty = hashOf([entry])
  writeFileSync(path.join(folder, 'src', 'a.ts'), '1')
  const one = hashOf([entry])
  writeFileSync(path.join(folder, 'src', 'a.ts'), '2')
  expect(new Set([empty, one, hashOf([entry])]).size).toBe(3)
})

it.each([
  [420, '0.4 s'],
  [12_300, '12 s'],
  [125_000, '2 min 5 s'],
])('says %d ms as %s', (ms, text) => {
  expect(duration(ms)).toBe(text)
})
