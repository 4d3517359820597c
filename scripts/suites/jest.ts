import { existsSync, readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { inProject } from '../lib/root'
import { say } from '../lib/say'
import { wantsCoverage } from './coverage'
import { runNode, type Suite, type Tally } from './suite'
import { testCluster } from './test-cluster'

type JestResult = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numRuntimeErrorTestSuites: number
}

/** The Jest projects: `unit` (rules, declarations, this ground) and `int` (operations and stories on PostgreSQL). */
export const jestSuites: Suite[] = [
  { name: 'unit', exists: () => true, run: (pattern) => runJest('unit', { pattern, workers: '2' }) },
  {
    name: 'int',
    exists: () => ['int', 'scenarios'].some((folder) => existsSync(inProject('tests', folder))),
    // A third worker has something to do while two wait for the database's disk.
    run: async (pattern) =>
      runJest('int', { pattern, workers: '3', env: { TF_TEST_CLUSTER: (await testCluster()).note } }),
  },
]

type How = { pattern: string | undefined; workers: string; env?: Record<string, string> }

async function runJest(project: string, { pattern, workers, env = {} }: How): Promise<Tally> {
  const results = path.join(await mkdtemp(path.join(tmpdir(), 'tf-jest-')), 'results.json')
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    inProject('node_modules', 'jest', 'bin', 'jest.js'),
    ...['--selectProjects', project, '--maxWorkers', workers, '--json', '--outputFile', results],
    ...(pattern ? [pattern] : []),
    ...(wantsCoverage() ? ['--coverage', '--coverageDirectory', inProject('coverage', project)] : []),
  ]
  // Workers of Jest are processes of their own, which know the flags by this variable alone.
  const { code } = await runNode(args, {
    ...env,
    NODE_ENV: 'test',
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  })
  const tally = read(results)
  rmSync(path.dirname(results), { recursive: true, force: true })
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

function read(file: string): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const result = JSON.parse(readFileSync(file, 'utf8')) as JestResult
  if (result.numPendingTests > 0) say(`${result.numPendingTests} tests were skipped`)
  return { passed: result.numPassedTests, failed: result.numFailedTests + result.numRuntimeErrorTestSuites }
}
