import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { typescript } from './lib/programs'
import { inProject } from './lib/root'
import { runNode, tallyOf } from './suites/suite'

/**
 * `npm run test:matrix`: the whole access matrix, every collection and route on behalf of every role, over REST, GraphQL
 * and `/api/v1`. Keeps its figures in `docs/results/matrix.json`.
 */
async function main(): Promise<number> {
  const startedAt = Date.now()
  const tally = tallyOf(await runNode(typescript('scripts/test.ts', '--only', 'int', 'tests/int/matrix')))
  const file = inProject('docs', 'results', 'matrix.json')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(
    file,
    `${JSON.stringify({ ...tally, seconds: Math.round((Date.now() - startedAt) / 1000) }, null, 2)}\n`,
  )
  return tally.failed === 0 ? 0 : 1
}

process.exit(await main())
