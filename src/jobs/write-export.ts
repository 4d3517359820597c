import type { Payload } from 'payload'
import {
  advanceExport,
  beginExport,
  countExport,
  ExportFilter,
  exportHeads,
  exportRows,
  failExport,
  finishExport,
} from '@/domain/core'
import { exportDefinitions } from '@/domain/exports'
import type { CsvValue } from '@/kernel/csv'
import { isDomainError } from '@/kernel/errors'
import type { ExportDefinition } from '@/kernel/export'
import { loadOrganization, loadPrincipal } from '@/platform/access/load-principal'
import { holds, systemPrincipal, type Principal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { storeStream } from '@/platform/files'
import { listOf, type ListRows } from '@/platform/payload/list-rows'
import { perform, type Caller } from '@/platform/perform'
import type { HappenedEvent } from '@/platform/queue/jobs'
import { readerFor, type Reader } from '@/platform/reader'
import { csvPieces } from '@/platform/sheets/write-csv'
import { xlsxOf } from '@/platform/sheets/write-xlsx'

interface Wanted {
  id: string
  organization: string
  collection: string
  filter: unknown
  format: 'csv' | 'xlsx'
  person: string
}

/**
 * Writes a requested export with the rights its person has now, not with those of the request: whoever lost them gets
 * a failed export instead. Running again writes the same key again.
 */
export async function writeExport(payload: Payload, event: HappenedEvent<{ export: string }>): Promise<void> {
  const { rows } = await poolOf(payload).query<Wanted>(
    'select id, organization_id as organization, collection, filter, format::text as format, person_id as person from exports where id = $1::uuid',
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
    await write(payload, person, caller, definition, wanted)
  } catch (error) {
    if (!isDomainError(error)) throw error
    await refuseFor(payload, event, wanted, error.message)
  }
}

async function write(payload: Payload, person: Principal, caller: Caller, definition: ExportDefinition, { id, organization, filter, format }: Wanted): Promise<void> {
  const reader = readerFor(payload, person)
  const chosen = ExportFilter.parse(filter ?? {})
  const list = chosen.where ? await listOf(payload, person, definition.collection, chosen.where) : null
  const totalRows = list ? await list.count() : await countExport(reader, definition, chosen)
  if (!(await perform(beginExport, { id, totalRows }, caller))) return
  let doneRows = 0
  const heads = exportHeads(definition)
  const stored = await storeStream(`${organization}/exports/${id}.${format}`, format === 'xlsx' ? xlsxOf(definition.label, heads, counted()) : csvPieces(heads, counted()))
  await perform(finishExport, { id, doneRows, format, ...stored }, caller)

  async function* counted(): AsyncGenerator<CsvValue[][]> {
    for await (const rows of list ? ofList(reader, definition, chosen, list) : exportRows(reader, definition, chosen)) {
      yield rows
      doneRows += rows.length
      await perform(advanceExport, { id, doneRows }, caller)
    }
  }
}

// The list answers which rows it shows; what stands in them, the export's own statement says. Both ask for the rights.
async function* ofList(reader: Reader, definition: ExportDefinition, { where: _, ...chosen }: ExportFilter, list: ListRows): AsyncGenerator<CsvValue[][]> {
  for await (const ids of list.ids()) yield* exportRows(reader, definition, { ...chosen, ids })
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
