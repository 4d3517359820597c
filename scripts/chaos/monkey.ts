import { signalGroup } from '../lib/processes'
import { say } from '../lib/say'
import { sleep } from '../lib/wait'
import type { Installation } from './ground'

export type Victim = 'web' | 'worker' | 'database'

/** Kills that happened, by victim. */
export type Kills = Record<Victim, number>

const order: Victim[] = ['web', 'database', 'worker', 'web', 'worker', 'database', 'worker', 'web', 'worker', 'web']

/** Kills web, worker and database without warning, `kills` times at random moments, until the load is done. */
export async function runMonkey(
  at: Installation,
  kills: number,
  isDone: () => boolean,
  pauseMs: number,
): Promise<Kills> {
  const done: Kills = { web: 0, worker: 0, database: 0 }
  for (let index = 0; index < kills && !isDone(); index += 1) {
    await sleep(pauseMs * (0.5 + Math.random()))
    if (isDone()) break
    const victim = order[index % order.length] ?? 'web'
    kill(at, victim)
    done[victim] += 1
    say(`  killed ${victim}`)
  }
  return done
}

function kill(at: Installation, victim: Victim): void {
  if (victim === 'database') process.kill(at.database().pid, 'SIGKILL')
  else signalGroup(at[victim].pid(), 'SIGKILL')
}
