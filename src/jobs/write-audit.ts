import type { Payload } from 'payload'
import { auditFile, beginExport, countAuditFile, countReadable, failExport, finishExport, listAnchors, readableAudit, readableHeads, type AuditFilter } from '@/domain/core'
import type { CsvValue } from '@/kernel/csv'
import { isDomainError } from '@/kernel/errors'
import { loadOrganization, loadPrincipal } from '@/platform/access/load-principal'
import { holds, systemPrincipal, type Principal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { rollBack } from '@/platform/db/roll-back'
import { storeFile, storeStream } from '@/platform/files'
import { signingKey } from '@/platform/keys/signing'
import { perform, type Caller } from '@/platform/perform'
import type { HappenedEvent } from '@/platform/queue/jobs'
import { readerFor, type Reader } from '@/platform/reader'
import { csvPieces } from '@/platform/sheets/write-csv'

interface Wanted {
  id: string
  organization: string
  filter: (AuditFilter & { form?: 'readable' }) | null
  person: string
}

/** Writes a requested file of the audit log with the rights its person has now. Running again writes the same key again. */
export async function writeAuditExport(payload: Payload, event: HappenedEvent<{ export: string }>): Promise<void> {
  const { rows } = await poolOf(payload).query<Wanted>(
    'select id, organization_id as organization, filter, person_id as person from exports where id = $1::uuid',
    [event.data.export],
  )
  const wanted = rows[0]
  if (!wanted) throw new Error(`The export ${event.data.export} does not exist.`)
  const person = await loadPrincipal(poolOf(payload), wanted.person, null)
  if (!person || !holds(person, 'audit.export')) return refuseFor(payload, event, wanted, 'You may not export the audit log any more.')
  try {
    await write(payload, callerOf(payload, event, person), person, wanted)
  } catch (error) {
    if (!isDomainError(error)) throw error
    await refuseFor(payload, event, wanted, error.message)
  }
}

/** Puts the anchor of a day where whoever rewrites the database cannot reach: into the file store. */
export async function writeAnchor(payload: Payload, event: HappenedEvent<{ day: string }>): Promise<void> {
  const facts = await loadOrganization(poolOf(payload), event.organization)
  if (!facts) throw new Error(`The organization of event ${event.id} does not exist.`)
  const anchors = await listAnchors(readerFor(payload, systemPrincipal(facts)))
  const anchor = anchors.find((one) => one.day === event.data.day)
  if (!anchor) throw new Error(`There is no anchor of ${event.data.day}.`)
  await storeFile(`${event.organization}/anchors/${anchor.day}.json`, Buffer.from(`${JSON.stringify(anchor, null, 2)}\n`))
}

async function write(payload: Payload, caller: Caller, person: Principal, { id, organization, filter }: Wanted): Promise<void> {
  const { form, ...chosen } = filter ?? {}
  const asked = { id, organization, filter: chosen, reader: readerFor(payload, person) }
  await (form === 'readable' ? writeReadable(payload, caller, asked) : writeSealed(payload, caller, asked))
}

type Asked = Pick<Wanted, 'id' | 'organization'> & { filter: AuditFilter; reader: Reader }

async function writeSealed(payload: Payload, caller: Caller, { id, organization, filter, reader }: Asked): Promise<void> {
  const totalRows = await countAuditFile(reader, filter)
  if (!(await perform(beginExport, { id, totalRows }, caller))) return
  const key = await keyOf(payload)
  const named = filter.organization ? await loadOrganization(poolOf(payload), filter.organization) : null
  const head = {
    ...{ organization: filter.organization ?? null, organizationName: named?.name ?? null, from: filter.from ?? null, to: filter.to ?? null },
    ...{ writtenAt: new Date().toISOString(), writtenBy: reader.principal.name },
  }
  let doneRows = 0
  const stored = await storeStream(`${organization}/exports/${id}.audit.txt`, chunks())
  await perform(finishExport, { id, doneRows, format: 'audit', ...stored }, caller)

  async function* chunks(): AsyncGenerator<Buffer> {
    for await (const { text, entries } of auditFile(reader, filter, head, key)) {
      doneRows += entries
      yield Buffer.from(text)
    }
  }
}

async function writeReadable(payload: Payload, caller: Caller, { id, organization, filter, reader }: Asked): Promise<void> {
  if (!(await perform(beginExport, { id, totalRows: await countReadable(reader, filter) }, caller))) return
  const zone = reader.principal.zone ?? (await loadOrganization(poolOf(payload), organization))?.zone ?? 'UTC'
  let doneRows = 0
  const stored = await storeStream(`${organization}/exports/${id}.audit.csv`, csvPieces(readableHeads(zone), batches()))
  await perform(finishExport, { id, doneRows, format: 'csv', ...stored }, caller)

  async function* batches(): AsyncGenerator<CsvValue[][]> {
    for await (const { rows, entries } of readableAudit(reader, filter, zone)) {
      doneRows += entries
      yield rows
    }
  }
}

async function keyOf(payload: Payload) {
  const client = await poolOf(payload).connect()
  let isLost = false
  try {
    await client.query('begin')
    const key = await signingKey(async <T extends object>(text: string, values: readonly unknown[]) => (await client.query(text, [...values])).rows as T[])
    await client.query('commit')
    return key
  } catch (error) {
    isLost = await rollBack(client)
    throw error
  } finally {
    client.release(isLost)
  }
}

async function refuseFor(payload: Payload, event: HappenedEvent, { id, organization }: Wanted, error: string): Promise<void> {
  const facts = await loadOrganization(poolOf(payload), organization)
  if (!facts) throw new Error(`The organization of event ${event.id} does not exist.`)
  await perform(failExport, { id, error }, callerOf(payload, event, systemPrincipal(facts)))
}

function callerOf(payload: Payload, event: HappenedEvent, principal: Principal): Caller {
  return { payload, principal, facts: { requestId: event.id, ip: null, agent: null } }
}
