import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readStored } from '@/platform/files'
import { SheetProblem } from '@/platform/sheets/problem'

/** A stored file as a private file of this machine, for readers that go through it more than once; it is gone after the work. */
export async function withLocalCopy<T>({ storageKey, sha256 }: { storageKey: string; sha256: string }, work: (path: string) => Promise<T>): Promise<T> {
  const content = await readStored(storageKey, sha256)
  if (!content) throw new SheetProblem('The file is gone from the file store.')
  return withLocalBytes(content, work)
}

/** The same for bytes that are not stored yet. */
export async function withLocalBytes<T>(content: Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
  const place = path.join(tmpdir(), `tf-sheet-${randomUUID()}`)
  try {
    await writeFile(place, content, { mode: 0o600, flag: 'wx' })
    return await work(place)
  } finally {
    await rm(place, { force: true })
  }
}
