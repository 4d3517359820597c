import type { ChildProcess } from 'node:child_process'

import { isAlive, signalGroup, stopGroup } from './processes'
import { endOf, launch, type Program } from './programs'
import { Refusal } from './refusal'
import { duration, say, sayStep } from './say'
import { isStopping, onStop } from './stopping'
import { sleep } from './wait'

/** A program that is started again whenever it ends, until `stop`. */
export type Kept = { stop: () => Promise<void>; pid: () => number }

/** How to tell that a program works, and whom to tell its process number. */
export type Care = { isReady: () => Promise<boolean>; readyMs: number; onStart: (pid: number) => void }

const calmMs = 60_000

/**
 * Starts a program and returns once it is ready; throws a Refusal when it ends or stays silent before that. From then
 * on it is started again after each death, waiting twice as long each time (half a second to 30 seconds) until it has
 * lived for a minute.
 */
export async function keepRunning(program: Program, care: Care): Promise<Kept> {
  const recent: string[] = []
  let shown = false
  let child: ChildProcess
  let wanted = true
  const begin = () => {
    child = launch(program, (line) => {
      if (shown) return say(`  ${program.name} | ${line}`)
      recent.push(line)
    })
    care.onStart(child.pid ?? 0)
    return endOf(child)
  }
  const kept: Kept = {
    pid: () => child.pid ?? 0,
    stop: async () => {
      wanted = false
      if (isAlive(kept.pid())) await stopGroup(kept.pid())
    },
  }
  const firstEnd = begin()
  onStop({ name: program.name, close: kept.stop, force: () => signalGroup(kept.pid(), 'SIGKILL') })
  await mustBecomeReady({ program, care, end: firstEnd, recent })
  shown = true
  void restartForEver({ program, begin, end: firstEnd, isWanted: () => wanted && !isStopping() })
  return kept
}

type Ended = ReturnType<typeof endOf>

async function mustBecomeReady(start: { program: Program; care: Care; end: Ended; recent: string[] }): Promise<void> {
  const { program, care, end, recent } = start
  let how: string | undefined
  void end.then((result) => (how = result.how))
  const deadline = Date.now() + care.readyMs
  const because = (reason: string) => new Refusal([`${program.name} ${reason}.`, ...recent.slice(-12)].join('\n    '))
  while (!(await care.isReady())) {
    if (how) throw because(`ended before it was ready (${how})`)
    if (Date.now() > deadline) throw because(`was not ready after ${duration(care.readyMs)}`)
    await sleep(150)
  }
  if (how) throw because(`ended before it was ready (${how})`)
}

async function restartForEver(loop: {
  program: Program
  begin: () => Ended
  end: Ended
  isWanted: () => boolean
}): Promise<void> {
  let pause = 500
  let startedAt = Date.now()
  for (let end = loop.end; ; end = loop.begin()) {
    const { how } = await end
    if (!loop.isWanted()) return
    if (Date.now() - startedAt > calmMs) pause = 500
    sayStep(loop.program.name, `ended (${how}); starting again in ${duration(pause)}`)
    await sleep(pause)
    if (!loop.isWanted()) return
    pause = Math.min(pause * 2, 30_000)
    startedAt = Date.now()
  }
}
