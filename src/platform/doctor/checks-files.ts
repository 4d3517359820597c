import type { Pool } from 'pg'
import type { Finding } from '@/platform/doctor/check'
import { readMedia, readStored } from '@/platform/files'
import { orphans, ORPHAN_DAYS } from '@/platform/storage/orphans'

const MOST = 20

interface FileRow {
  id: string
  storage_key: string
  sha256: string
}

/** Whether every file row has its bytes, unchanged, and every picture its file. */
export async function filesPresent(pool: Pool): Promise<Finding> {
  const { rows: files } = await pool.query<FileRow>('select id, storage_key, sha256 from files order by id')
  const { rows: pictures } = await pool.query<{ id: string; filename: string }>(
    'select id, filename from media where filename is not null order by id',
  )
  const offenders: Record<string, unknown>[] = []
  for (const { id, storage_key: key, sha256 } of files)
    if (!(await readStored(key, sha256))) offenders.push({ file: id, key })
  for (const { id, filename } of pictures) if (!(await readMedia(filename))) offenders.push({ media: id, filename })
  return { id: 'Q88', says: 'Every file lies in the store as it was written.', offenders }
}

/** Whether every stored file has its row; a nightly job removes what has none, so a day later there is nothing left. */
export async function filesNamed(pool: Pool): Promise<Finding> {
  const offenders: Record<string, unknown>[] = []
  for await (const key of orphans(pool, ORPHAN_DAYS + 2)) {
    offenders.push({ key })
    if (offenders.length === MOST) break
  }
  return { id: 'Q88b', says: 'Every file of the store is named by a row.', offenders }
}
