import { performance } from 'node:perf_hooks'

/** What a load found: median and 95th percentile in milliseconds, how many per second, how many failed. */
export interface Measured {
  p50: number
  p95: number
  perSecond: number
  failed: number
}

/** Runs `once` with `clients` at a time for `seconds`, after a short warm-up. */
export async function load(clients: number, seconds: number, once: (client: number, round: number) => Promise<boolean>): Promise<Measured> {
  await drive(clients, Math.min(1.5, seconds / 3), once)
  return figuresOf(await drive(clients, seconds, once))
}

/** Runs `once` on each item, `clients` at a time, and measures from the first to the last. */
export async function spread<T>(clients: number, items: readonly T[], once: (item: T) => Promise<boolean>): Promise<Measured> {
  const times: number[] = []
  let failed = 0
  let next = 0
  const startedAt = performance.now()
  const one = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) {
      const before = performance.now()
      if (!(await once(item))) failed += 1
      times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: clients }, one))
  return figuresOf({ times, failed, took: (performance.now() - startedAt) / 1000 })
}

function figuresOf({ times, failed, took }: { times: number[]; failed: number; took: number }): Measured {
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), perSecond: times.length / took, failed }
}

async function drive(clients: number, seconds: number, once: (client: number, round: number) => Promise<boolean>) {
  const times: number[] = []
  let failed = 0
  const startedAt = performance.now()
  const until = startedAt + seconds * 1000
  const one = async (client: number) => {
    for (let round = 0; performance.now() < until; round += 1) {
      const before = performance.now()
      if (!(await once(client, round))) failed += 1
      times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => one(client)))
  return { times, failed, took: (performance.now() - startedAt) / 1000 }
}
