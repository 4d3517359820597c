import { fileFor } from '@/domain/content'
import { exportPage, requestAuditExport } from '@/domain/core'
import { readStored } from '@/platform/files'
import { perform } from '@/platform/perform'
import type { Payload } from 'payload'
import { ownerQuery } from '@tests/setup/database'
import { drainJobs, runClock } from './jobs'
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

const UNSEALED = 'select 1 from audit_log a where not exists (select 1 from audit_seals s where a.seq = any(s.seqs)) limit 1'

/**
 * Seals everything that is in the log now. A seal waits for transactions that are still open anywhere on the server, those of
 * other tests too, so one turn of the clock may not be enough.
 */
export async function sealAll(payload: Payload): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    await runClock(payload, 'audit-seal')
    if ((await ownerQuery(UNSEALED)).length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('Some entries of the audit log are not sealed after ten seconds.')
}
