import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { commandOf, isAlive, stopGroup } from './processes'
import { Refusal } from './refusal'

/** `running.json` of a data folder: who looks after it, under which address, and which programs it started. */
type RunNote = { supervisor: number; url: string; children: Record<string, number> }

/**
 * Makes this process the only supervisor of a data folder. Refuses while another one lives; ends the programs that a
 * killed one left behind. Called before a port is chosen, since they may hold it.
 */
export async function claimDataDir(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true })
  const note = read(dataDir)
  if (note && isSupervisor(note.supervisor)) {
    throw new Refusal(`Thoroughfare already runs at ${note.url || 'this folder'} (process ${note.supervisor}).`)
  }
  for (const pid of Object.values(note?.children ?? {})) {
    if (isAlive(pid) && /next|worker|scripts/.test(commandOf(pid))) await stopGroup(pid, { graceMs: 5_000 })
  }
  write(dataDir, { supervisor: process.pid, url: '', children: {} })
}

/** Adds what is known by now: the address, or the process number of a program. */
export function amendRunNote(dataDir: string, change: { url?: string; child?: { name: string; pid: number } }): void {
  const note = read(dataDir) ?? { supervisor: process.pid, url: '', children: {} }
  const children = change.child ? { ...note.children, [change.child.name]: change.child.pid } : note.children
  write(dataDir, { ...note, url: change.url ?? note.url, children })
}

/** Gives the data folder free again. */
export function releaseDataDir(dataDir: string): void {
  rmSync(noteFile(dataDir), { force: true })
}

function isSupervisor(pid: number): boolean {
  return pid !== process.pid && isAlive(pid) && commandOf(pid).includes('start.ts')
}

function read(dataDir: string): RunNote | undefined {
  if (!existsSync(noteFile(dataDir))) return undefined
  try {
    return JSON.parse(readFileSync(noteFile(dataDir), 'utf8')) as RunNote
  } catch {
    // A start that was killed while it wrote leaves half a file; nothing can be learnt from it.
    return undefined
  }
}

function write(dataDir: string, note: RunNote): void {
  writeFileSync(noteFile(dataDir), `${JSON.stringify(note, null, 2)}\n`)
}

function noteFile(dataDir: string): string {
  return path.join(dataDir, 'running.json')
}
