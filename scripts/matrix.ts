import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { typescript } from './lib/programs'
import { inProject } from './lib/root'
import { runNode, tallyOf } from './suites/suite'

/**
 * `npm run test:matrix`: the long profile of everything that asks on behalf of somebody. The whole access matrix, every
 * collection and route on behalf of every role with canaries in every cell, and the fuzz of all doors. Keeps its figures
 * in `docs/results/matrix.json`. TF_FUZZ_SEED tries other values.
 */
async function main(): Promise<number> {
  const startedAt = Date.now()
  const folder = mkdtempSync(path.join(tmpdir(), 'tf-matrix-'))
  const suites = typescript('scripts/test.ts', '--only', 'int', 'tests/int/(matrix|fuzz)/')
  const tally = tallyOf(await runNode(suites, { TF_PROFILE: 'long', TF_FIGURES: folder }))
  const result = { ...tally, seconds: Math.round((Date.now() - startedAt) / 1000), ...figuresIn(folder) }
  rmSync(folder, { recursive: true })
  const file = inProject('docs', 'results', 'matrix.json')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
  return tally.failed === 0 ? 0 : 1
}

/** What the test files handed in, by the name of each. */
function figuresIn(folder: string): Record<string, unknown> {
  const names = readdirSync(folder).sort()
  return Object.fromEntries(
    names.map((name) => [
      path.basename(name, '.json'),
      JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown,
    ]),
  )
}

process.exit(await main())
