import { refuse } from '@/kernel/errors'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

export interface FileView {
  id: string
  /** whose file it is */
  organization: string
  name: string
  storageKey: string
  mime: string
  bytes: number
  sha256: string
}

const COLUMNS = 'f.id, f.organization_id as organization, f.name, f.storage_key as "storageKey", f.mime, f.bytes::float8 as bytes, f.sha256'

/**
 * A file the reader may open: one of a document of its organization with the permission file.read, or one made for this
 * very person. NOT_FOUND for everything else, whether it exists or not.
 */
export async function fileFor(reader: Reader, id: string): Promise<FileView> {
  const to = bindings([id])
  const reached = sqlOf(reader.reach('files'), 'f', to)
  const own = `f.person_id = ${to.bind(reader.principal.id)}::uuid`
  const [file] = await reader.rows<FileView>(
    `select ${COLUMNS} from files f where f.id = $1::uuid and case when f.person_id is null then ${reached} else ${own} end`,
    to.values,
  )
  return file ?? refuse('NOT_FOUND', { noun: 'The file' })
}
