import { sentenceOf } from './lib/refusal'
import { duration, say } from './lib/say'
import { isStopping, stopAll, stopOnSignals } from './lib/stopping'
import { browserSuite } from './suites/browser'
import { chaosSuite } from './suites/chaos'
import { coverageSuite } from './suites/coverage'
import { jestSuites } from './suites/jest'
import { select } from './suites/selection'
import { staticSuites } from './suites/static'
import type { Suite, Tally } from './suites/suite'

const all: Suite[] = [...staticSuites, ...jestSuites, coverageSuite, browserSuite, chaosSuite]

/**
 * `npm test`: every suite, one after the other, on a database server of its own; `--only types,lint,walls,docs,unit,
 * int,coverage,e2e,chaos [pattern]` chooses. The last line is `N passed, N failed` over all of them.
 */
async function main(): Promise<void> {
  stopOnSignals()
  // A test run never touches a database somebody works with.
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'WORKER_DATABASE_URL']) delete process.env[name]
  const { suites, pattern } = select(process.argv.slice(2), all)
  const sum: Tally = { passed: 0, failed: 0 }
  const lines: string[] = []
  for (const suite of suites) {
    const startedAt = Date.now()
    const tally = await runSuite(suite, pattern)
    if (isStopping()) return
    sum.passed += tally.passed
    sum.failed += tally.failed
    lines.push(
      `  ${suite.name.padEnd(9)} ${tally.passed} passed, ${tally.failed} failed (${duration(Date.now() - startedAt)})`,
    )
  }
  await stopAll()
  say(`\n${lines.join('\n')}\n`)
  say(`${sum.passed} passed, ${sum.failed} failed`)
  process.exit(sum.failed === 0 ? 0 : 1)
}

async function runSuite(suite: Suite, pattern: string | undefined): Promise<Tally> {
  say(`\n— ${suite.name}`)
  try {
    return await suite.run(pattern)
  } catch (error) {
    if (!isStopping()) say(sentenceOf(error))
    return { passed: 0, failed: 1 }
  }
}

try {
  await main()
} catch (error) {
  if (!isStopping()) {
    say(sentenceOf(error))
    say('0 passed, 1 failed')
    process.exit(1)
  }
}
