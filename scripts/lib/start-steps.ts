import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { withClient } from '../postgres/superuser'
import { isBuildFresh } from './build-stamp'
import { isDemoUnfinished, keepWhatIsThere, markDemoUnfinished } from './demo-mark'
import { keepRunning, type Kept } from './keep-running'
import { pendingMigrations } from './migrations'
import type { ProgramEnvs } from './program-env'
import { builtWeb, builtWorker, devWeb, typescript } from './programs'
import { inProject } from './root'
import { runOnce } from './run-once'
import { amendRunNote } from './run-note'
import { duration, say, sayStep } from './say'
import type { Settings } from './settings'

/** What the steps after the database need. */
export type Ground = { settings: Settings; envs: ProgramEnvs }

/** Brings the database up to date where it is not, in a process of its own and as the owner of the tables. */
export async function migrateStep({ settings, envs }: Ground): Promise<void> {
  const pending = await pendingMigrations(envs.owner.DATABASE_OWNER_URL ?? '')
  if (pending.names.length === 0 && !pending.queue) return sayStep('migrations', 'nothing to do')
  sayStep('migrations', `${pending.names.length} to run`)
  await timed('migrations', 'done', () =>
    runOnce(
      { name: 'migrations', args: typescript('scripts/migrate.ts'), env: envs.owner },
      { dataDir: settings.dataDir, failure: 'The migrations failed' },
    ),
  )
}

/** Builds for production where the sources have changed since the last build. */
export async function buildStep({ settings, envs }: Ground): Promise<void> {
  if (settings.dev) return
  if (isBuildFresh()) return sayStep('build', 'up to date')
  sayStep('build', 'building for production; this takes a minute or two')
  await timed('build', 'done', () =>
    runOnce(
      { name: 'build', args: typescript('scripts/build.ts'), env: envs.web },
      { dataDir: settings.dataDir, failure: 'The build failed' },
    ),
  )
}

/** Fills an empty database with the demo network, unless DEMO=0; one that was interrupted is begun again. */
export async function demoStep({ settings, envs }: Ground): Promise<void> {
  if (!settings.demo || !existsSync(inProject('scripts', 'demo.ts'))) return
  const anew = !settings.foreign && isDemoUnfinished(settings.dataDir)
  if (!anew && (await hasOrganizations(envs.owner.DATABASE_OWNER_URL ?? '')))
    return sayStep('demo data', 'already there')
  sayStep(
    'demo data',
    `writing it${anew ? ' again, the last time was interrupted' : ''}; this takes a few minutes, once`,
  )
  markDemoUnfinished(settings.dataDir)
  const program = anew
    ? { name: 'demo data', args: typescript('scripts/demo.ts', '--reset'), env: envs.owner }
    : { name: 'demo data', args: typescript('scripts/demo.ts'), env: envs.web }
  await timed('demo data', 'done', () =>
    runOnce(program, {
      dataDir: settings.dataDir,
      failure: 'The demo data could not be written',
      onLine: (line) => line && say(`    ${line}`),
    }),
  )
}

/** Starts the web application and returns when it answers. */
export async function webStep({ settings, envs }: Ground): Promise<Kept> {
  mkdirSync(settings.filesDir, { recursive: true, mode: 0o700 })
  const address = ['--port', String(settings.port), ...(settings.host ? [settings.dev ? '--hostname' : '--host', settings.host] : [])]
  const args = settings.dev ? devWeb(...address) : builtWeb(...address)
  const isReady = () => answersHttp(`http://${settings.host ?? '127.0.0.1'}:${settings.port}/`)
  const kept = await timed('web', settings.serverUrl, () =>
    keepRunning({ name: 'web', args, env: envs.web }, { isReady, readyMs: 120_000, onStart: noting(settings, 'web') }),
  )
  // From now on people may have written something of their own.
  keepWhatIsThere(settings.dataDir)
  return kept
}

/** Starts the worker; it counts as started when it has lived for two seconds. */
export async function workerStep({ settings, envs }: Ground): Promise<Kept> {
  const args = settings.dev ? typescript('src/worker.ts') : builtWorker()
  const livesSince = Date.now()
  const isReady = () => Promise.resolve(Date.now() - livesSince > 2_000)
  return timed('worker', 'running', () =>
    keepRunning(
      { name: 'worker', args, env: envs.worker },
      { isReady, readyMs: 10_000, onStart: noting(settings, 'worker') },
    ),
  )
}

/** Prints the addresses and, where demo data was written, how to sign in. */
export function welcome({ settings }: Ground): void {
  say(`\n  Thoroughfare is ready: ${settings.serverUrl}`)
  say(`  Administration:        ${settings.serverUrl}/admin`)
  const signIns = path.join(settings.dataDir, 'demo-sign-ins.txt')
  if (settings.demo && existsSync(signIns)) say(`\n${readFileSync(signIns, 'utf8').trimEnd().replace(/^/gm, '  ')}`)
  say('\n  Ctrl-C stops everything.\n')
}

async function timed<T>(step: string, text: string, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now()
  const result = await work()
  sayStep(step, `${text} (${duration(Date.now() - startedAt)})`)
  return result
}

function noting(settings: Settings, name: string): (pid: number) => void {
  return (pid) => amendRunNote(settings.dataDir, { url: settings.serverUrl, child: { name, pid } })
}

async function hasOrganizations(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ exists: boolean }>(
      `select to_regclass('public.organizations') is not null as exists`,
    )
    if (!rows[0]?.exists) return true
    const { rowCount } = await client.query('select 1 from organizations limit 1')
    return Boolean(rowCount)
  })
}

async function answersHttp(url: string): Promise<boolean> {
  try {
    await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) })
    return true
  } catch {
    return false
  }
}
