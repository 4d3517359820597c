import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Pieces } from '@/platform/storage/store'

/** Writes pieces to a new file that only the owner of the process can read, to the disk itself; memory stays small. */
export async function writeFile(place: string, pieces: Pieces): Promise<{ bytes: number; sha256: string }> {
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
