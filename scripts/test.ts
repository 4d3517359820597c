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

/** A suite that ran: what it found and how long it took. */
type Ran = { suite: Suite; tally: Tally; ms: number }

/**
 * `npm test`: every suite on a database server of its own; `--only types,lint,walls,docs,unit,int,coverage,e2e,chaos
 * [pattern]` chooses. Questions of one thread go two at a time, everything else one after the other. The last line is
 * `N passed, N failed` over all of them.
 */
async function main(): Promise<void> {
  stopOnSignals()
  // A test run never touches a database somebody works with.
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'WORKER_DATABASE_URL']) delete process.env[name]
  const { suites, pattern } = select(process.argv.slice(2), all)
  const isStill = (suite: Suite) => staticSuites.includes(suite)
  const ran = await inTurns(suites.filter(isStill), pattern, 2)
  ran.push(
    ...(await inTurns(
      suites.filter((suite) => !isStill(suite)),
      pattern,
      1,
    )),
  )
  if (isStopping()) return
  await stopAll()
  const sum = (of: keyof Tally) => ran.reduce((total, { tally }) => total + tally[of], 0)
  say(`\n${ran.map(lineOf).join('\n')}\n`)
  say(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exit(sum('failed') === 0 ? 0 : 1)
}

/** Runs suites in their order, so many at once; answers in their order. */
async function inTurns(suites: Suite[], pattern: string | undefined, atOnce: number): Promise<Ran[]> {
  const ran: Ran[] = []
  const waiting = suites.map((suite, at) => ({ suite, at }))
  const lane = async () => {
    for (let next = waiting.shift(); next && !isStopping(); next = waiting.shift()) {
      const startedAt = Date.now()
      const tally = await runSuite(next.suite, pattern)
      ran[next.at] = { suite: next.suite, tally, ms: Date.now() - startedAt }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return ran
}

function lineOf({ suite, tally, ms }: Ran): string {
  return `  ${suite.name.padEnd(9)} ${tally.passed} passed, ${tally.failed} failed (${duration(ms)})`
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
