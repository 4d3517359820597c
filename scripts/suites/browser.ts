import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { chromiumPath } from '../lib/chromium'
import { nextFreePort } from '../lib/ports'
import { type ProgramEnvs, programEnvs } from '../lib/program-env'
import { typescript } from '../lib/programs'
import { liftRateLimits } from '../lib/rate-limits'
import { Refusal } from '../lib/refusal'
import { inProject } from '../lib/root'
import type { Settings } from '../lib/settings'
import { webStep, workerStep } from '../lib/start-steps'
import { runNode, type Suite, type Tally } from './suite'
import { cloneTemplate } from './template'
import { testCluster, testUrls } from './test-cluster'

const database = 'tf_e2e'

/** Journeys through the built application in a real browser, with the demo network in a database of their own. */
export const browserSuite: Suite = {
  name: 'e2e',
  exists: () => existsSync(inProject('tests', 'e2e')),
  run: async (pattern) => {
    const chromium = chromiumPath()
    const test = await testCluster()
    await cloneTemplate(test.cluster, test.secrets, database)
    const dataDir = test.cluster.options.dataDir
    const port = await nextFreePort(3100)
    const settings: Settings = {
      ...{ dev: false, dataDir, filesDir: path.join(dataDir, 'files'), port, host: undefined },
      ...{ serverUrl: `http://localhost:${port}`, demo: true, foreign: undefined },
    }
    const urls = testUrls(test, database)
    liftRateLimits()
    const envs = programEnvs(settings, test.secrets, urls)
    await prepare(envs)
    const ground = { settings, envs }
    const programs = [await webStep(ground), await workerStep(ground)]
    const results = path.join(dataDir, 'e2e.json')
    await runNode(playwright(pattern), {
      ...{ E2E_URL: settings.serverUrl, E2E_RESULTS: results, CHROMIUM_PATH: chromium },
      ...{ DATA_DIR: dataDir, DATABASE_URL: urls.web, DATABASE_OWNER_URL: urls.owner },
    })
    for (const program of programs) await program.stop()
    return read(results)
  },
}

/** One production build serves the browser tests and the chaos tests; the demo is the small one. */
async function prepare(envs: ProgramEnvs): Promise<void> {
  await mustRun(typescript('scripts/build.ts'), envs.web, 'The build failed; its messages are above.')
  if (!existsSync(inProject('scripts', 'demo.ts'))) return
  await mustRun(
    typescript('scripts/demo.ts'),
    { ...envs.web, DEMO_SIZE: 'small' },
    'The demo data could not be written.',
  )
}

async function mustRun(args: string[], env: Record<string, string | undefined>, sentence: string): Promise<void> {
  if ((await runNode(args, env)).code !== 0) throw new Refusal(sentence)
}

function playwright(pattern: string | undefined): string[] {
  const cli = inProject('node_modules', '@playwright', 'test', 'cli.js')
  return [cli, 'test', '--config', inProject('tests', 'setup', 'playwright.config.ts'), ...(pattern ? [pattern] : [])]
}

function read(file: string): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number }
    errors: unknown[]
  }
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }
}
