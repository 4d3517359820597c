import net from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { isDemoUnfinished, keepWhatIsThere, markDemoUnfinished } from '../../../scripts/lib/demo-mark'
import { migrationNames } from '../../../scripts/lib/migrations'
import { programEnvs } from '../../../scripts/lib/program-env'
import { readSettings, type Settings } from '../../../scripts/lib/settings'

const secrets = { payloadSecret: 's', dataKey: 'd', superuser: 'a', owner: 'o', web: 'w', worker: 'k' }
const urls = { owner: 'postgres://tf_owner@h/d', web: 'postgres://tf_web@h/d', worker: 'postgres://tf_worker@h/d' }
const settings: Settings = {
  dev: false,
  dataDir: '/data',
  filesDir: '/data/files',
  port: 3000,
  host: undefined,
  serverUrl: 'http://localhost:3000',
  demo: true,
  foreign: undefined,
}

const before = { ...process.env }
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})

describe('the environment of the programs', () => {
  it('never tells web and worker how to change the shape of the database', () => {
    process.env.DATABASE_OWNER_URL = urls.owner
    process.env.WORKER_DATABASE_URL = urls.worker
    const { web, worker } = programEnvs(settings, secrets, urls)
    expect(Object.values(web)).not.toContain(urls.owner)
    expect(Object.values(worker)).not.toContain(urls.owner)
    expect([web.DATABASE_URL, worker.DATABASE_URL]).toEqual([urls.web, urls.worker])
  })

  it('keeps a secret that was given, and shows the mailbox in the demo alone', () => {
    delete process.env.PAYLOAD_SECRET
    delete process.env.MAILBOX
    expect(programEnvs(settings, secrets, urls).web).toMatchObject({ PAYLOAD_SECRET: 's', MAILBOX: '1' })
    process.env.PAYLOAD_SECRET = 'given'
    expect(programEnvs({ ...settings, demo: false }, secrets, urls).web).toMatchObject({
      PAYLOAD_SECRET: 'given',
      MAILBOX: '0',
    })
  })
})

describe('the port', () => {
  it.each(['0', '70000', 'http'])('refuses PORT=%s', async (port) => {
    process.env.PORT = port
    await expect(readSettings([])).rejects.toThrow('PORT must be a number')
  })

  it('refuses one that was named and is taken', async () => {
    const server = net.createServer()
    await new Promise<void>((resolve) => server.listen(0, resolve))
    process.env.PORT = String((server.address() as net.AddressInfo).port)
    await expect(readSettings([])).rejects.toThrow('is taken by another program')
    server.close()
  })
})

describe('the database of somebody else', () => {
  it('serves every role by DATABASE_URL, or each by its own', async () => {
    process.env.DATABASE_URL = urls.web
    delete process.env.DATABASE_OWNER_URL
    delete process.env.WORKER_DATABASE_URL
    expect((await readSettings([])).foreign).toEqual({ owner: urls.web, web: urls.web, worker: urls.web })
    process.env.DATABASE_OWNER_URL = urls.owner
    expect((await readSettings([])).foreign).toMatchObject({ owner: urls.owner, web: urls.web })
  })
})

it('knows the migrations by name, oldest first', () => {
  const names = migrationNames()
  expect(names.length).toBeGreaterThan(0)
  expect(names).toEqual([...names].sort())
  expect(names.every((name) => /^\d{8}_\d{6}_[a-z_]+$/.test(name))).toBe(true)
})

it('begins demo data again only while nobody could have written anything', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tf-demo-'))
  expect(isDemoUnfinished(folder)).toBe(false)
  markDemoUnfinished(folder)
  expect(isDemoUnfinished(folder)).toBe(true)
  keepWhatIsThere(folder)
  expect(isDemoUnfinished(folder)).toBe(false)
  rmSync(folder, { recursive: true })
})
