import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { openLog } from './chaos/client'
import { openInstallation } from './chaos/ground'
import { runLoad } from './chaos/load'
import { runMonkey } from './chaos/monkey'
import { type Promised, verify } from './chaos/verify'
import { sentenceOf } from './lib/refusal'
import { inProject } from './lib/root'
import { duration, say } from './lib/say'
import { stopAll, stopOnSignals } from './lib/stopping'

const short = { name: 'short', operations: 400, kills: 4, pauseMs: 3_000 }
const long = { name: 'long', operations: 2_000, kills: 20, pauseMs: 2_200 }
const endless = { name: 'endless', operations: 20_000, kills: 200, pauseMs: 6_000 }

/**
 * `npm run test:chaos`: an installation of its own is put under load while web, worker and database are killed at random.
 * Afterwards every acknowledged write must be there, once, and the doctor must find nothing. Twenty kills during
 * 2,000 writes, kept in `docs/results/chaos.json`; `--short` is part of `npm test`, `--endless` takes most of an hour.
 * Builds for production first where the sources have changed; `--built` takes the build that is there.
 */
async function main(): Promise<number> {
  stopOnSignals()
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'WORKER_DATABASE_URL']) delete process.env[name]
  const profile = process.argv.includes('--short') ? short : process.argv.includes('--endless') ? endless : long
  const startedAt = Date.now()
  const at = await openInstallation()
  const log = openLog(path.join(at.dataDir, 'acknowledged.jsonl'))
  let isDone = false
  const load = runLoad(at, profile.operations, log).finally(() => (isDone = true))
  const kills = await runMonkey(at, profile.kills, () => isDone, profile.pauseMs)
  const result = await load
  say(`  ${result.sent} writes sent, ${log.entries.length} acknowledged; killed ${JSON.stringify(kills)}`)
  const promises = await verify(at, result, log.entries)
  log.close()
  for (const { says, held, found } of promises) say(`  ${held ? '✓' : '✕'} ${says}${found ? `: ${found}` : ''}`)
  const facts = {
    ...profile,
    seconds: Math.round((Date.now() - startedAt) / 1000),
    acknowledged: log.entries.length,
    kills,
  }
  if (profile === long) keepResult({ ...facts, promises })
  await stopAll()
  const failed = promises.filter((one) => !one.held).length
  say(`  ${duration(Date.now() - startedAt)}`)
  say(`${promises.length - failed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

function keepResult(result: { promises: readonly Promised[] }): void {
  const file = inProject('docs', 'results', 'chaos.json')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
}

try {
  process.exit(await main())
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  await stopAll()
  say('0 passed, 1 failed')
  process.exit(1)
}
