import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from '@jest/globals'
import { addPoints, closeLimits } from '@/platform/limits/store'
import { flushTallies, forgetTallies, tallied, tally } from '@/platform/limits/tally'

const run = promisify(execFile)
const HOUR = 3_600

/** A process of its own over the same store, as a second web server is; answers how many points it saw at the end. */
async function elsewhere(key: string, times: number): Promise<number> {
  const file = path.resolve('tests/setup/other-limits.ts')
  const { stdout } = await run(process.execPath, ['--import', 'tsx', file, key, String(times)], { env: process.env })
  return Number(stdout.trim().split('\n').at(-1))
}

/** What holds of the counts of several web processes, whatever store they share. */
export function limitsContract(name: string): void {
  describe(`6.5: limits of several processes over ${name}`, () => {
    afterAll(() => closeLimits())

    test('count the first points of a process already, and go on where it ended', async () => {
      expect((await addPoints('c:first', 1, HOUR)).points).toBe(1)
      await closeLimits()
      expect((await addPoints('c:first', 2, HOUR)).points).toBe(3)
    })

    test('lose none and count none twice while two of them count at once', async () => {
      const [theirs, ours] = await Promise.all([elsewhere('c:race', 50), Promise.all(Array.from({ length: 50 }, () => addPoints('c:race', 1, HOUR)))])
      expect((await addPoints('c:race', 0, HOUR)).points).toBe(100)
      const seen = ours.map((one) => one.points)
      expect(new Set(seen).size).toBe(50)
      expect(Math.max(theirs, ...seen)).toBe(100)
    }, 60_000)

    test('hear of one another when what was counted in memory is told', async () => {
      await elsewhere('c:told', 4)
      for (let at = 0; at < 3; at += 1) tally('c:told', HOUR, true)
      expect(tallied('c:told').points).toBe(3)
      await flushTallies()
      expect(tallied('c:told').points).toBe(7)
      forgetTallies()
    }, 60_000)

    test('know windows of other lengths and other keys apart', async () => {
      await addPoints('c:apart', 5, HOUR)
      expect((await addPoints('c:apart', 1, 60)).points).toBe(1)
      expect((await addPoints('c:other', 1, HOUR)).points).toBe(1)
    })
  })
}
