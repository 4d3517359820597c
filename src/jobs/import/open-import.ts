import { createLocalReq, type Payload } from 'payload'
import { fileFor } from '@/domain/content'
import { finishImport } from '@/domain/core'
import { businessDay } from '@/kernel/period'
import { loadOrganization, loadPrincipal } from '@/platform/access/load-principal'
import { holds, systemPrincipal } from '@/platform/access/principal'
import { userOf } from '@/platform/access/strategy'
import { poolOf } from '@/platform/db/pool'
import type { Run } from '@/platform/import/step'
import { perform, type Caller } from '@/platform/perform'
import { readerFor } from '@/platform/reader'
import { withLocalCopy } from '@/platform/sheets/local-copy'

interface Wanted {
  organization: string
  person: string | null
}

/** What a job needs to work on an import: the person's rights of now, and how to end it when they are gone. */
export interface OpenImport {
  caller: Caller
  run: (more: { options: Record<string, boolean>; source: string }) => Promise<Run>
  /** Does something with a local copy of the file. */
  withFile: (file: string, work: (path: string) => Promise<void>) => Promise<void>
  stop: (sentence: string) => Promise<void>
}

/** Opens an import for its job. Whoever may not import any more gets a failed run, and nothing is opened. */
export async function openImport(payload: Payload, requestId: string, id: string): Promise<OpenImport | 'stopped'> {
  const { rows } = await poolOf(payload).query<Wanted>('select organization_id as organization, person_id as person from imports where id = $1::uuid', [id])
  const wanted = rows[0]
  const organization = wanted ? await loadOrganization(poolOf(payload), wanted.organization) : null
  if (!wanted?.person || !organization) throw new Error(`The import ${id} does not exist.`)
  const facts = { requestId, ip: null, agent: null }
  const system: Caller = { payload, principal: systemPrincipal(organization, 'import'), facts, organization: organization.id }
  const stop = async (sentence: string) => void (await perform(finishImport, { run: id, state: 'failed', error: sentence }, system))
  const principal = await loadPrincipal(poolOf(payload), wanted.person, null)
  if (!principal || !holds(principal, 'import.run')) {
    await stop('You may not import any more.')
    return 'stopped'
  }
  const caller: Caller = { payload, principal, facts, organization: organization.id }
  return {
    caller,
    stop,
    withFile: async (file, work) => withLocalCopy(await fileFor(readerFor(payload, principal), file), work),
    run: async ({ options, source }) => ({
      ...{ payload, folder: source, organization, principal, options, ids: new Map(), today: businessDay(new Date(), organization.zone) },
      req: await createLocalReq({ user: userOf(principal) }, payload),
      caller: (more = {}) => ({ ...caller, ...more }),
    }),
  }
}
