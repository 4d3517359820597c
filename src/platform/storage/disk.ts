import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Store } from '@/platform/storage/store'
import { writeFile } from '@/platform/storage/write-file'

/** Files in a folder. They are written beside their place and moved there, so nobody reads half of one. */
export function diskStore(folder: string): Store {
  const placeOf = (key: string) => path.join(folder, key)
  return {
    put: async (key, pieces) => {
      const target = placeOf(key)
      const beside = `${target}.${randomUUID()}.part`
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
      try {
        const written = await writeFile(beside, pieces)
        await rename(beside, target)
        return written
      } catch (error) {
        await rm(beside, { force: true })
        throw error
      }
    },
    get: (key) => readFile(placeOf(key)).catch((error: unknown) => (isMissing(error) ? null : Promise.reject(error))),
    address: () => Promise.resolve(null),
    keys: () => keysIn(folder),
    remove: (key) => rm(placeOf(key), { force: true }),
  }
}

async function* keysIn(folder: string): AsyncGenerator<{ key: string; at: Date }> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => (isMissing(error) ? [] : Promise.reject(error)))
  for (const entry of found.filter((one) => one.isFile())) {
    const place = path.join(entry.parentPath, entry.name)
    // A file that goes while we look is none.
    const facts = await stat(place).catch((error: unknown) => (isMissing(error) ? null : Promise.reject(error)))
    if (facts) yield { key: path.relative(folder, place).split(path.sep).join('/'), at: facts.mtime }
  }
}

function isMissing(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ENOENT'
}
