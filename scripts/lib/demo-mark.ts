import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * A mark beside the database says that demo data was begun and nothing else can have been written since: only then may
 * the next start empty the database and begin again.
 */
export function markDemoUnfinished(dataDir: string): void {
  writeFileSync(markOf(dataDir), '')
}

/** True when demo data was begun, never ended, and nobody could write anything since. */
export function isDemoUnfinished(dataDir: string): boolean {
  return existsSync(markOf(dataDir))
}

/** Takes the mark away: called by whatever lets somebody write. */
export function keepWhatIsThere(dataDir: string): void {
  rmSync(markOf(dataDir), { force: true })
}

function markOf(dataDir: string): string {
  return path.join(dataDir, 'demo-unfinished')
}
