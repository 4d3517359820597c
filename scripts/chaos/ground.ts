import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Kept } from '../lib/keep-running'
import { nextFreePort } from '../lib/ports'
import { isAlive } from '../lib/processes'
import { programEnvs } from '../lib/program-env'
import { typescript } from '../lib/programs'
import { liftRateLimits } from '../lib/rate-limits'
import { inProject } from '../lib/root'
import { openSecrets } from '../lib/secrets'
import type { Settings } from '../lib/settings'
import { webStep, workerStep } from '../lib/start-steps'
import { isStopping, onStop } from '../lib/stopping'
import { sleep } from '../lib/wait'
import { type Cluster, discardCluster, startCluster } from '../postgres/cluster'
import { prepareDatabase } from '../postgres/roles'

/** A network made for one run: who signs in, what is sold. */
export type Facts = {
  password: string
  warehouse: string
  skus: string[]
  sellers: string
  buyers: { email: string; party: string }[]
}

/** A whole installation of its own: database, web, worker. `database()` is the server as it runs now. */
export type Installation = {
  url: string
  ownerUrl: string
  env: NodeJS.ProcessEnv
  facts: Facts
  dataDir: string
  web: Kept
  worker: Kept
  database: () => Cluster
}

/** Builds it up in a temporary folder, with a durable database as in an installation; removed again at the end. */
export async function openInstallation(): Promise<Installation> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'thoroughfare-chaos-'))
  await chmod(dataDir, 0o711)
  const secrets = openSecrets(dataDir)
  let cluster = await startCluster({ dataDir, password: secrets.superuser })
  onStop({ name: 'database', close: () => discardCluster(cluster), force: () => process.kill(cluster.pid, 'SIGQUIT') })
  void revive(
    () => cluster,
    (revived) => (cluster = revived),
  )
  const urls = await prepareDatabase(cluster, secrets, 'thoroughfare')
  const port = await nextFreePort(3200)
  const settings: Settings = {
    ...{ dev: false, dataDir, filesDir: path.join(dataDir, 'files'), port, host: undefined },
    ...{ serverUrl: `http://localhost:${port}`, demo: false, foreign: undefined },
  }
  liftRateLimits()
  const envs = programEnvs(settings, secrets, urls)
  if (!process.argv.includes('--built'))
    execFileSync(process.execPath, typescript('scripts/build.ts'), { env: envs.web, stdio: 'inherit' })
  execFileSync(process.execPath, typescript('scripts/migrate.ts'), { env: envs.owner, stdio: 'ignore' })
  const facts = seed({ ...envs.owner, DATABASE_OWNER_URL: urls.owner })
  const ground = { settings, envs, logs: path.join(dataDir, 'logs') }
  const [web, worker] = [await webStep(ground), await workerStep(ground)]
  return {
    url: settings.serverUrl,
    ownerUrl: urls.owner,
    env: envs.worker,
    facts,
    dataDir,
    web,
    worker,
    database: () => cluster,
  }
}

function seed(env: NodeJS.ProcessEnv): Facts {
  const output = execFileSync(process.execPath, typescript('tests/chaos/seed.ts'), {
    env: { ...env, TSX_TSCONFIG_PATH: inProject('tests', 'tsconfig.json') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(output.toString().trim().split('\n').at(-1) ?? '') as Facts
}

// What the supervisor does in an installation: a server that died comes back under its address.
async function revive(current: () => Cluster, onRevived: (cluster: Cluster) => void): Promise<void> {
  while (!isStopping()) {
    await sleep(300)
    if (isStopping() || isAlive(current().pid)) continue
    try {
      onRevived(await startCluster({ ...current().options, port: current().port }))
    } catch {
      // The next round tries again.
    }
  }
}
