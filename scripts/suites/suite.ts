import { spawn } from 'node:child_process'

import { projectRoot } from '../lib/root'

/** What a suite found; suites that are one question ("do the types hold?") count as one. */
export type Tally = { passed: number; failed: number }

/** One part of the test run. `run` gets the pattern that narrows it, if the caller gave one. */
export type Suite = { name: string; exists: () => boolean; run: (pattern: string | undefined) => Promise<Tally> }

/** Runs node with the given arguments, its output in view; answers the exit code and what it printed last. */
export function runNode(
  args: string[],
  env: Record<string, string | undefined> = {},
): Promise<{ code: number; tail: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    let tail = ''
    const show = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      stream.write(chunk)
      tail = (tail + chunk.toString()).slice(-4_000)
    }
    child.stdout.on('data', show(process.stdout))
    child.stderr.on('data', show(process.stderr))
    child.once('close', (code) => resolve({ code: code ?? 1, tail }))
  })
}

/** Runs several commands, all of them even when one fails; the suite passes when each exits with 0. */
export async function oneQuestion(commands: string[][]): Promise<Tally> {
  let failed = 0
  for (const args of commands) failed += (await runNode(args)).code === 0 ? 0 : 1
  return failed === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** The figures of a command that ends with a line `N passed, N failed`; without one it counts as a single question. */
export function tallyOf({ code, tail }: { code: number; tail: string }): Tally {
  const line = [...tail.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1)
  const tally = line ? { passed: Number(line[1]), failed: Number(line[2]) } : { passed: code === 0 ? 1 : 0, failed: 0 }
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}
