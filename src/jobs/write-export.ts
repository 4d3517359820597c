import type { Payload } from 'payload'
import {
  advanceExport,
  beginExport,
  countExport,
  ExportFilter,
  exportHead,
  exportRows,
  failExport,
  finishExport,
} from '@/domain/core'
import { exportDefinitions } from '@/domain/exports'
import { isDomainError } from '@/kernel/errors'
import type { ExportDefinition } from '@/kernel/export'
import { loadOrganization, loadPrincipal } from '@/platform/access/load-principal'
import { holds, systemPrincipal, type Principal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { storeStream } from '@/platform/files'
import { perform, type Caller } from '@/platform/perform'
import type { HappenedEvent } from '@/platform/queue/jobs'
import { readerFor, type Reader } from '@/platform/reader'

interface Wanted {
  id: string
  organization: string
  collection: string
  filter: unknown
  person: string
}

/**
 * Writes a requested export with the rights its person has now, not with those of the request: whoever lost them gets
 * a failed export instead. Running again writes the same key again.
 */
export async function writeExport(payload: Payload, event: HappenedEvent<{ export: string }>): Promise<void> {
  const { rows } = await poolOf(payload).query<Wanted>(
    'select id, organization_id as organization, collection, filter, person_id as person from exports where id = $1::uuid',
    [event.data.export],
  )
  const wanted = rows[0]
  const definition = exportDefinitions.find((one) => one.collection === wanted?.collection)
  if (!wanted || !definition) throw new Error(`The export ${event.data.export} does not exist.`)
  const person = await loadPrincipal(poolOf(payload), wanted.person, null)
  if (!person || !holds(person, 'export.create'))
    return refuseFor(payload, event, wanted, 'You may not export any more.')
  const caller = callerOf(payload, event, person)
  try {
    await write(readerFor(payload, person), caller, definition, wanted)
  } catch (error) {
    if (!isDomainError(error)) throw error
    await refuseFor(payload, event, wanted, error.message)
  }
}

async function write(
  reader: Reader,
  caller: Caller,
  definition: ExportDefinition,
  { id, organization, filter }: Wanted,
): Promise<void> {
  const chosen = ExportFilter.parse(filter ?? {})
  const totalRows = await countExport(reader, definition, chosen)
  if (!(await perform(beginExport, { id, totalRows }, caller))) return
  const progress = { rows: 0 }
  const stored = await storeStream(`${organization}/exports/${id}.csv`, chunks())
  await perform(finishExport, { id, doneRows: progress.rows, ...stored }, caller)

  async function* chunks(): AsyncGenerator<Buffer> {
    // The mark tells spreadsheets that the text is UTF-8.
    yield Buffer.from(`\uFEFF${exportHead(definition)}`)
    for await (const { text, rows } of exportRows(reader, definition, chosen)) {
      yield Buffer.from(text)
      progress.rows += rows
      await perform(advanceExport, { id, doneRows: progress.rows }, caller)
    }
  }
}

async function refuseFor(
  payload: Payload,
  event: HappenedEvent,
  { id, organization }: Wanted,
  error: string,
): Promise<void> {
  const facts = await loadOrganization(poolOf(payload), organization)
  if (!facts) throw new Error(`The organization of event ${event.id} does not exist.`)
  await perform(failExport, { id, error }, callerOf(payload, event, systemPrincipal(facts)))
}

function callerOf(payload: Payload, event: HappenedEvent, principal: Principal): Caller {
  return { payload, principal, facts: { requestId: event.id, ip: null, agent: null } }
}
