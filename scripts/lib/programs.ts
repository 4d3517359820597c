import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

import { inProject, projectRoot } from './root'

/** A program of ours: a name for the terminal, what node shall run, and its environment. */
export type Program = { name: string; args: string[]; env: NodeJS.ProcessEnv }

// The editor's packages choose their build by a top-level await on an import, and in node 20 one start in twenty ends
// there for ever, without a word (exit code 13). With this condition they are the build themselves.
const SETTLED = '--conditions=production'

/** Arguments that make node run a TypeScript file of the project. */
export function typescript(file: string, ...args: string[]): string[] {
  return [SETTLED, '--import', 'tsx', inProject(file), ...args]
}

/** Arguments that make node run the worker as it was built. */
export function builtWorker(): string[] {
  return [SETTLED, '--enable-source-maps', inProject('dist', 'worker.js')]
}

// A request leaves some hundred kilobytes behind: with node's own 16 MB for young objects a busy server collects all
// the time (measured: a fifth more orders with twice the room; docs/decisions/0014).
const ROOM = '--max-semi-space-size=32'

/** Arguments that make node run the web as it was built. */
export function builtWeb(...args: string[]): string[] {
  return [ROOM, '--enable-source-maps', inProject('dist', 'web.js'), ...args]
}

/** Arguments that make node run Next's own server, which builds while it runs. */
export function devWeb(...args: string[]): string[] {
  return [ROOM, inProject('node_modules', 'next', 'dist', 'bin', 'next'), 'dev', ...args]
}

/**
 * Starts a program as the leader of its own process group (Ctrl-C in the terminal must reach the supervisor alone,
 * which stops things in order) and hands each line it prints to `onLine`.
 */
export function launch(program: Program, onLine: (line: string) => void): ChildProcess {
  const child = spawn(process.execPath, program.args, {
    cwd: projectRoot,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: program.env,
  })
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', onLine)
  }
  return child
}

/** Resolves when a program has ended, with how: `exit code 1`, `signal SIGKILL`, or the reason it never began. */
export function endOf(child: ChildProcess): Promise<{ ok: boolean; how: string }> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, how: error.message }))
    child.once('close', (code, signal) =>
      resolve({ ok: code === 0, how: signal ? `signal ${signal}` : `exit code ${code}` }),
    )
  })
}
