import { mkdtempSync, chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { nextFreePort } from '../scripts/lib/ports'
import { programEnvs } from '../scripts/lib/program-env'
import { typescript } from '../scripts/lib/programs'
import { openSecrets } from '../scripts/lib/secrets'
import { webStep } from '../scripts/lib/start-steps'
import { runNode } from '../scripts/suites/suite'
import { discardCluster, startCluster } from '../scripts/postgres/cluster'
import { prepareDatabase } from '../scripts/postgres/roles'
import type { Line } from './works'

const RESULT = 'bench/RESULT.md'
const FULL = { variants: 100_000, dealers: 10_000, orders: 50_000 }
const SMALL = { variants: 5_000, dealers: 500, orders: 5_000 }

/**
 * `npm run bench [-- --small] [-- --seconds N]`: a production build on a database of its own, filled by SQL, and one table:
 * ours, the same work as hand-written SQL on the same server in the same run, and the ratio.
 */
async function main(): Promise<void> {
  const sizes = process.argv.includes('--small') ? SMALL : FULL
  const seconds = Number(process.argv[process.argv.indexOf('--seconds') + 1]) || 5
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tf-bench-'))
  chmodSync(dataDir, 0o711)
  const secrets = openSecrets(dataDir)
  const cluster = await startCluster({ dataDir, password: secrets.superuser })
  try {
    const urls = await prepareDatabase(cluster, secrets, 'thoroughfare')
    const port = await nextFreePort(3400)
    const settings = { dev: false, dataDir, filesDir: path.join(dataDir, 'files'), port, host: undefined, serverUrl: `http://localhost:${port}`, demo: false, foreign: undefined }
    const envs = programEnvs(settings, secrets, urls)
    if ((await runNode(typescript('scripts/migrate.ts'), envs.owner)).code !== 0) throw new Error('The migrations failed.')
    if ((await runNode(typescript('scripts/build.ts'), envs.web)).code !== 0) throw new Error('The build failed.')
    Object.assign(process.env, envs.web, { DATABASE_URL: urls.owner, LOG_LEVEL: 'silent' })
    const { measure } = await import('./measure')
    const startedAt = Date.now()
    const web = await webStep({ settings, envs })
    const startMs = Date.now() - startedAt
    const lines = await measure({ port, sizes, seconds })
    const text = report(lines, sizes, startMs, memoryOf(web.pid()))
    await web.stop()
    process.stdout.write(text)
    writeFileSync(RESULT, text)
  } finally {
    await discardCluster(cluster)
  }
}

function report(lines: readonly Line[], sizes: typeof FULL, startMs: number, memoryMb: number): string {
  const head = `# Bench\n\n${sizes.orders} orders, ${sizes.variants} variants, ${sizes.dealers} dealers; one web process, database and load on the same machine. Each line was measured in the same run as its floor: the same work as hand-written SQL. Absolute figures wander; the ratio tells.\n`
  const rows = lines.map(({ work, ours, floor, note }) => {
    const ratio = floor ? (ours.perSecond / floor.perSecond).toFixed(2) : ''
    return `| ${work} | ${ours.p50.toFixed(1)} | ${ours.p95.toFixed(1)} | ${ours.perSecond.toFixed(0)} | ${ours.failed} | ${floor ? floor.perSecond.toFixed(0) : ''} | ${ratio} | ${note} |`
  })
  const table = ['| work | p50 ms | p95 ms | per second | failed | SQL per second | ratio | target |', '| --- | --- | --- | --- | --- | --- | --- | --- |', ...rows].join('\n')
  return `${head}\n${table}\n\nStart ${(startMs / 1000).toFixed(1)} s, memory of the web process after all of it ${memoryMb} MB.\n`
}

function memoryOf(pid: number | undefined): number {
  const status = pid ? readFileSync(`/proc/${pid}/status`, 'utf8') : ''
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

await main()
process.exit(0)
