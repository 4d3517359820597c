import { createLocalReq, type Payload, type Where } from 'payload'
import { refuse } from '@/kernel/errors'
import type { Principal } from '@/platform/access/principal'
import { userOf } from '@/platform/access/strategy'

const BATCH = 1_000

/** The rows a generated list shows under its conditions, for somebody with the rights of now. */
export interface ListRows {
  count: () => Promise<number>
  /** Ids batch by batch, in their order. */
  ids: () => AsyncGenerator<string[]>
}

type Call = (args: object) => Promise<{ totalDocs?: number; docs?: { id: string }[] }>

/**
 * Asks a collection with the conditions of its list exactly as the list does: the same operators, the same access, field
 * access included. INPUT_INVALID for conditions it does not understand.
 */
export async function listOf(payload: Payload, person: Principal, collection: string, where: Record<string, unknown>): Promise<ListRows> {
  const req = await createLocalReq({ user: userOf(person) }, payload)
  const common = { collection, req, overrideAccess: false, depth: 0 }
  const [find, count] = [payload.find.bind(payload) as Call, payload.count.bind(payload) as Call]
  return {
    count: async () => (await count({ ...common, where }).catch(notUnderstood)).totalDocs ?? 0,
    ids: async function* () {
      let last: string | null = null
      for (;;) {
        const after: Where[] = last === null ? [] : [{ id: { greater_than: last } }]
        const { docs = [] } = await find({ ...common, where: { and: [where, ...after] }, sort: 'id', limit: BATCH, pagination: false, select: {} })
        if (docs.length > 0) yield docs.map(({ id }) => id)
        last = docs.at(-1)?.id ?? null
        if (docs.length < BATCH || last === null) return
      }
    },
  }
}

function notUnderstood(error: unknown): never {
  if ((error as { name?: unknown }).name === 'QueryError') refuse('INPUT_INVALID', { reason: 'The list does not know one of these conditions.' })
  throw error
}
