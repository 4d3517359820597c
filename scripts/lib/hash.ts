import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

import { projectRoot } from './root'

/** One hash over names and contents of files and folders (named relative to the project; missing ones count as such). */
export function hashOf(entries: string[], extra = ''): string {
  const hash = createHash('sha256').update(extra)
  for (const file of entries.flatMap(filesUnder)) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(projectRoot, file)))
  }
  return hash.digest('hex')
}

function filesUnder(entry: string): string[] {
  const full = path.join(projectRoot, entry)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [entry]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(path.join(entry, name)))
}
