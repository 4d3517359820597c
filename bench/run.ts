import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { nextFreePort } from '../scripts/lib/ports'
import { programEnvs } from '../scripts/lib/program-env'
import { typescript } from '../scripts/lib/programs'
import { liftRateLimits } from '../scripts/lib/rate-limits'
import { openSecrets } from '../scripts/lib/secrets'
import { webStep } from '../scripts/lib/start-steps'
import { runNode } from '../scripts/suites/suite'
import { discardCluster, startCluster } from '../scripts/postgres/cluster'
import { prepareDatabase } from '../scripts/postgres/roles'
import { memoryOf } from './import'
import { tableOf, type Line } from './line'
import { processLines } from './pages'

const RESULT = 'bench/RESULT.md'
const FULL = { variants: 100_000, dealers: 10_000, orders: 50_000 }
const SMALL = { variants: 5_000, dealers: 500, orders: 5_000 }

// Everybody of the load is a few people on one address; limits are not what is measured.
const NO_LIMITS = ['general', 'burst', 'anonymous', 'login', 'search', 'export'].map((name) => `${name}:999999999/60`).join(',')

/**
 * `npm run bench [-- --small] [--seconds N] [--only orders,searches] [--data FOLDER] [--import-rows N]`: a production build on a
 * database of its own, filled by SQL, and one table: ours, the same work as hand-written SQL on the same server in the same
 * run, and the ratio. The result is written where everything was measured at full size.
 */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tf-bench-'))
  chmodSync(dataDir, 0o711)
  process.env.RATE_LIMITS = NO_LIMITS
  const secrets = openSecrets(dataDir)
  const cluster = await startCluster({ dataDir, password: secrets.superuser })
  try {
    const urls = await prepareDatabase(cluster, secrets, 'thoroughfare')
    const port = await nextFreePort(3400)
    const settings = { dev: false, dataDir, filesDir: path.join(dataDir, 'files'), port, host: undefined, serverUrl: `http://localhost:${port}`, demo: false, foreign: undefined }
    liftRateLimits()
    const envs = programEnvs(settings, secrets, urls)
    await mustRun('migrate', envs.owner)
    await mustRun('build', envs.web)
    Object.assign(process.env, envs.web, { DATABASE_URL: urls.owner, LOG_LEVEL: 'silent' })
    const importEnv = { ...envs.worker, DATABASE_OWNER_URL: urls.owner, WORKER_DATABASE_URL: urls.worker, LOG_LEVEL: 'silent' }
    const plan = { ...planned(), port, dataDir, importEnv }
    const { measure } = await import('./measure')
    const startedAt = Date.now()
    const web = await webStep({ settings, envs })
    const startMs = Date.now() - startedAt
    const lines = await measure(plan)
    lines.push(...processLines({ startMs, memoryMb: memoryOf(web.pid()) }))
    await web.stop()
    const text = report(lines, plan.sizes)
    process.stdout.write(`\n${text}`)
    if (plan.sizes === FULL && plan.only.length === 0) writeFileSync(RESULT, text)
  } finally {
    await discardCluster(cluster)
  }
}

async function mustRun(script: string, programEnv: NodeJS.ProcessEnv): Promise<void> {
  if ((await runNode(typescript(`scripts/${script}.ts`), programEnv)).code !== 0) throw new Error(`scripts/${script}.ts failed.`)
}

function planned() {
  const isSmall = process.argv.includes('--small')
  const folder = argument('--data')
  return {
    sizes: isSmall ? SMALL : FULL,
    seconds: Number(argument('--seconds')) || 5,
    only: argument('--only')?.split(',') ?? [],
    folder: folder ? path.resolve(folder) : null,
    importRows: Number(argument('--import-rows')) || (isSmall ? 1_000 : 10_000),
  }
}

function report(lines: readonly Line[], { orders, variants, dealers }: typeof FULL): string {
  return `# Bench

Written by \`npm run bench\`: ${orders} orders, ${variants} variants, ${dealers} dealers; one web process, the database and the load share one machine of ${cpus().length} cores
(node ${process.versions.node}, PostgreSQL with \`synchronous_commit = on\`), and the machine is shared with other work. Each line was measured in the same run as its floor: the same
work as hand-written SQL, without rights, taxes, audit, outbox or HTTP. Absolute figures wander from run to run; the ratio tells.

${tableOf(lines)}
`
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name)
  return at === -1 ? undefined : process.argv[at + 1]
}

await main()
process.exit(0)
