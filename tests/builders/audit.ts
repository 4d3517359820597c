import { fileFor } from '@/domain/content'
import { exportPage, requestAuditExport } from '@/domain/core'
import { readStored } from '@/platform/files'
import { perform } from '@/platform/perform'
import { drainJobs } from './jobs'
import type { Network } from './network'
import type { Person } from './people'

/** The file of the audit log that somebody asks for, written to its end. */
export async function anAuditFile(net: Network, person: Person, input: object = {}): Promise<Buffer> {
  const reader = await net.reader(person)
  const { id } = await perform(requestAuditExport, input, await net.caller(person))
  await drainJobs(net.payload)
  const page = await exportPage(reader, id)
  if (page.state !== 'done' || page.doneRows !== page.totalRows) throw new Error(`The export is ${JSON.stringify(page)}.`)
  const { storageKey, sha256 } = await fileFor(reader, page.file ?? '')
  const content = await readStored(storageKey, sha256)
  if (!content) throw new Error(`The file of export ${id} is gone.`)
  return content
}
