import { createHash } from 'node:crypto'
import path from 'node:path'
import { filesDir } from '@/platform/env'
import { diskStore } from '@/platform/storage/disk'
import { s3Options } from '@/platform/storage/s3-options'
import type { Pieces, Store } from '@/platform/storage/store'

const BATCH = 500

/** What a stored file is known by. */
export type Stored = { storageKey: string; bytes: number; sha256: string }

/**
 * Puts bytes under a key `<organization>/<folder>/<name>` into the file store (a bucket when S3_BUCKET is set, else the
 * disk). Whole or not at all; the same key again replaces them.
 */
export async function storeFile(storageKey: string, content: Buffer): Promise<Stored> {
  return storeStream(storageKey, [content])
}

/** Puts bytes that come piece by piece under a key, like `storeFile`; memory stays small whatever their size. */
export async function storeStream(storageKey: string, pieces: Pieces): Promise<Stored> {
  return { storageKey, ...(await (await stores()).files.put(checked(storageKey), pieces)) }
}

/** The bytes under a key; null when there are none or, with a checksum, when they are not what was stored. */
export async function readStored(storageKey: string, sha256?: string): Promise<Buffer | null> {
  const content = await (await stores()).files.get(checked(storageKey))
  return content && sha256 && sha256Of(content) !== sha256 ? null : content
}

/** An address at the store itself that gives the bytes for a minute; null where files lie on disk. */
export async function addressOfStored(storageKey: string, file: { disposition: string; mime: string }): Promise<string | null> {
  return (await stores()).files.address(checked(storageKey), file)
}

/** Keys of the file store that lie there since before `since`, in batches; those of writes that broke off too. */
export async function* storedBefore(since: Date): AsyncGenerator<string[]> {
  let batch: string[] = []
  for await (const { key, at } of (await stores()).files.keys()) {
    if (at >= since) continue
    batch.push(key)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Removes what lies under a key of `storedBefore`. */
export async function removeStored(storageKey: string): Promise<void> {
  await (await stores()).files.remove(storageKey)
}

/** A picture of the media library as it was uploaded; null when it is gone. */
export async function readMedia(filename: string): Promise<Buffer | null> {
  return (await stores()).media.get(path.basename(filename))
}

let known: Promise<{ files: Store; media: Store }> | undefined

function stores(): Promise<{ files: Store; media: Store }> {
  known ??= open()
  return known
}

// Payload puts pictures into the same bucket by itself, at its top. What speaks S3 is large and loaded only for it.
async function open(): Promise<{ files: Store; media: Store }> {
  const s3 = s3Options()
  if (!s3) return { files: diskStore(path.join(filesDir(), 'private')), media: diskStore(path.join(filesDir(), 'media')) }
  const { s3Store } = await import('@/platform/storage/s3')
  return { files: s3Store(s3, 'private/'), media: s3Store(s3, '') }
}

function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

// Keys come from ids and fixed words; whatever else is asked for never reaches the store.
const KEY = /^[0-9a-f-]{36}(\/[a-z0-9][a-z0-9.-]*)+$/

function checked(storageKey: string): string {
  if (!KEY.test(storageKey) || storageKey.includes('..')) throw new Error(`"${storageKey}" is no key of the file store.`)
  return storageKey
}
