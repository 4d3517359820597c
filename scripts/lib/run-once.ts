import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { signalGroup, stopGroup } from './processes'
import { endOf, launch, type Program } from './programs'
import { Refusal } from './refusal'
import { amendRunNote } from './run-note'
import { onStop } from './stopping'

/**
 * Runs a program to its end, keeping what it prints in `logs/<name>.log` of the data folder. Throws a Refusal with
 * `failure` and the last lines when it fails.
 */
export async function runOnce(
  program: Program,
  { dataDir, failure, onLine }: { dataDir: string; failure: string; onLine?: (line: string) => void },
): Promise<void> {
  const logs = path.join(dataDir, 'logs')
  mkdirSync(logs, { recursive: true, mode: 0o700 })
  const log = path.join(logs, `${program.name.replaceAll(' ', '-')}.log`)
  const lines: string[] = []
  writeFileSync(log, '')
  const child = launch(program, (line) => {
    appendFileSync(log, `${line}\n`)
    lines.push(line)
    onLine?.(line)
  })
  const pid = child.pid ?? 0
  amendRunNote(dataDir, { child: { name: program.name, pid } })
  const forget = onStop({ name: program.name, close: () => stopGroup(pid), force: () => signalGroup(pid, 'SIGKILL') })
  const { ok, how } = await endOf(child)
  forget()
  if (!ok)
    throw new Refusal(
      [`${failure} (${how}; everything it said is in ${log}).`, ...lines.filter(Boolean).slice(-12)].join('\n    '),
    )
}
