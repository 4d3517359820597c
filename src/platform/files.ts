import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { filesDir } from '@/platform/env'

/** What a stored file is known by. */
export type Stored = { storageKey: string; bytes: number; sha256: string }

/**
 * Puts bytes under a key `<organization>/<folder>/<name>` into the file store. Whole or not at all: they are written
 * beside the place and moved there; the same key again replaces them. Only the owner of the process can read them.
 */
export async function storeFile(storageKey: string, content: Buffer): Promise<Stored> {
  return storeStream(storageKey, [content])
}

/** Puts bytes that come piece by piece under a key, like `storeFile`; memory stays small whatever their size. */
export async function storeStream(
  storageKey: string,
  pieces: Iterable<Buffer> | AsyncIterable<Buffer>,
): Promise<Stored> {
  const target = placeOf(storageKey)
  const beside = `${target}.${randomUUID()}.part`
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  try {
    const stored = await writeTo(beside, pieces)
    await rename(beside, target)
    return { storageKey, ...stored }
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

async function writeTo(
  place: string,
  pieces: Iterable<Buffer> | AsyncIterable<Buffer>,
): Promise<{ bytes: number; sha256: string }> {
  const file = await open(place, 'wx', 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const piece of pieces) {
      await file.writeFile(piece)
      hash.update(piece)
      bytes += piece.length
    }
    await file.sync()
    return { bytes, sha256: hash.digest('hex') }
  } finally {
    await file.close()
  }
}

/** The bytes under a key; null when there are none or, with a checksum, when they are not what was stored. */
export async function readStored(storageKey: string, sha256?: string): Promise<Buffer | null> {
  const content = await readFile(placeOf(storageKey)).catch((error: unknown) =>
    isMissing(error) ? null : Promise.reject(error),
  )
  return content && sha256 && sha256Of(content) !== sha256 ? null : content
}

/** A picture of the media library as it was uploaded; null when it is gone. */
export async function readMedia(filename: string): Promise<Buffer | null> {
  const place = path.join(filesDir(), 'media', path.basename(filename))
  return readFile(place).catch((error: unknown) => (isMissing(error) ? null : Promise.reject(error)))
}

function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

// Keys come from ids and fixed words; whatever else is asked for never reaches the disk.
const KEY = /^[0-9a-f-]{36}(\/[a-z0-9][a-z0-9.-]*)+$/

function placeOf(storageKey: string): string {
  if (!KEY.test(storageKey) || storageKey.includes('..'))
    throw new Error(`"${storageKey}" is no key of the file store.`)
  return path.join(filesDir(), 'private', storageKey)
}

function isMissing(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ENOENT'
}
