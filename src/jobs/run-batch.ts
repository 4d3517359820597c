import { createLocalReq, type Payload } from 'payload'
import { batchOf } from '@/domain/batches'
import { beginBatch, finishBatch, recordBatchItem } from '@/domain/core'
import type { BatchDefinition } from '@/kernel/batch'
import { loadOrganization, loadPrincipal } from '@/platform/access/load-principal'
import { systemPrincipal, type Principal } from '@/platform/access/principal'
import { userOf } from '@/platform/access/strategy'
import { poolOf } from '@/platform/db/pool'
import { refusalOf } from '@/platform/http/refusal'
import type { Operation } from '@/platform/operation'
import { crudUpdate } from '@/platform/payload/crud'
import { perform, type Caller } from '@/platform/perform'
import type { HappenedEvent } from '@/platform/queue/jobs'

interface Item {
  id: string
  target: string
}

const WAITING = `select id, target from batch_items where batch_id = $1::uuid and state = 'waiting' order by position limit 1000`

/**
 * Does one deed to each row of a batch, one operation per row, with the rights its person has now. What is refused is
 * kept with its reason and the next row follows. Killed, it goes on where it was: a row done twice answers from its key.
 */
export async function runBatch(payload: Payload, event: HappenedEvent<{ batch: string }>): Promise<void> {
  const { batch } = event.data
  const { rows } = await poolOf(payload).query<{ person: string; acting: string }>('select user_id as person, acting_id as acting from batches where id = $1::uuid', [batch])
  const wanted = rows[0]
  const organization = wanted ? await loadOrganization(poolOf(payload), wanted.acting) : null
  if (!wanted || !organization) throw new Error(`The batch ${batch} does not exist.`)
  const facts = { requestId: event.id, ip: null, agent: null }
  const person = await loadPrincipal(poolOf(payload), wanted.person, null)
  const system: Caller = { payload, facts, principal: systemPrincipal(organization, 'batch'), organization: organization.id }
  if (!person) return void (await perform(finishBatch, { id: batch, error: 'You may not do this any more.' }, system))
  const caller: Caller = { payload, facts, principal: person, organization: organization.id }
  const begun = await perform(beginBatch, { id: batch }, caller)
  const definition = begun ? batchOf(begun.collection, begun.verb) : undefined
  if (!begun || !definition) return
  const { rows: items } = await poolOf(payload).query<Item>(WAITING, [batch])
  for (const item of items) {
    const message = await sentenceOf(() => doTo(definition, item, begun.input as object, { caller, person, batch }))
    await perform(recordBatchItem, { batch, item: item.id, message }, caller)
  }
  await perform(finishBatch, { id: batch, error: null }, caller)
}

interface Who {
  caller: Caller
  person: Principal
  batch: string
}

async function doTo({ does, collection }: BatchDefinition<Operation>, { id, target }: Item, input: object, { caller, person, batch }: Who): Promise<void> {
  if ('operation' in does) {
    await perform(does.operation, { id: target, ...input }, { ...caller, idempotencyKey: `batch:${batch}:${id}`.slice(0, 120) })
    return
  }
  const req = await createLocalReq({ user: userOf(person) }, caller.payload)
  await crudUpdate(req, { slug: collection, noun: 'The row' }, target, does.values)
}

// The reason of a refusal; null when it worked. A server that is away is no answer of the row.
async function sentenceOf(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal || refusal.status >= 500) throw error
    return refusal.message.slice(0, 4_000)
  }
}
