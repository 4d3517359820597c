import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { refuse } from '@/kernel/errors'
import { crudAttempt, noteFailure } from '@/platform/recorder/attempts'
import { crudRefusal } from '@/platform/payload/crud-refusal'

/** A row as Payload answers it, pointers as ids. */
export type Doc = { id: string; revision?: number } & Record<string, unknown>

/** Which rows of a collection, in words: `The product`. */
export interface CrudTarget {
  slug: string
  noun: string
}

type Call<A> = (args: { collection: string; req: PayloadRequest; overrideAccess: false; depth: 0 } & A) => Promise<unknown>

// Payload's methods are typed by slug; here the slug is a value.
function method<A>(req: PayloadRequest, name: 'find' | 'findByID' | 'create' | 'update' | 'delete'): Call<A> {
  return req.payload[name].bind(req.payload) as Call<A>
}

const common = (target: CrudTarget, req: PayloadRequest) => ({ collection: target.slug, req, overrideAccess: false as const, depth: 0 as const })

/** Rows the person may read, the newest first; `after` is the id to go on from. */
export async function crudList(req: PayloadRequest, target: CrudTarget, asked: { where?: object | undefined; after?: string | undefined; limit: number }): Promise<Doc[]> {
  const find = method<{ where: object; sort: string; limit: number; pagination: boolean; disableErrors: true }>(req, 'find')
  const where = { and: [...(asked.where ? [asked.where] : []), ...(asked.after ? [{ id: { less_than: asked.after } }] : [])] }
  // Who holds the permission but reaches no row (a person of one branch) has an empty list, not an error.
  const found = (await find({ ...common(target, req), where, sort: '-id', limit: asked.limit, pagination: false, disableErrors: true })) as { docs: Doc[] }
  return found.docs.map(shown)
}

/** One row the person may read; NOT_FOUND otherwise, for a foreign row in the same words. */
export async function crudGet(req: PayloadRequest, target: CrudTarget, id: string): Promise<Doc> {
  const findByID = method<{ id: string; disableErrors: true }>(req, 'findByID')
  const doc = isId(id) ? ((await findByID({ ...common(target, req), id, disableErrors: true })) as Doc | null) : null
  return doc ? shown(doc) : refuse('NOT_FOUND', { noun: target.noun })
}

/** Creates a row with all hooks and rights of the collection. */
export async function crudCreate(req: PayloadRequest, target: CrudTarget, data: object): Promise<Doc> {
  return spoken(req, target, 'create', async () => shown((await method<{ data: object }>(req, 'create')({ ...common(target, req), data })) as Doc))
}

/** Changes a row; an old revision in If-Match or the data is refused with STALE_REVISION. */
export async function crudUpdate(req: PayloadRequest, target: CrudTarget, id: string, data: object): Promise<Doc> {
  return spoken(req, target, 'update', async () => shown((await method<{ id: string; data: object }>(req, 'update')({ ...common(target, req), id, data })) as Doc), id)
}

/** Deletes a row nothing points to; RELATED_ROWS otherwise. */
export async function crudDelete(req: PayloadRequest, target: CrudTarget, id: string): Promise<void> {
  await spoken(req, target, 'delete', () => method<{ id: string }>(req, 'delete')({ ...common(target, req), id }), id)
}

/** Several writes as one: all of them or none. */
export async function together<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  const isOurs = await initTransaction(req)
  try {
    const result = await work()
    if (isOurs) await commitTransaction(req)
    return result
  } catch (error) {
    if (isOurs) await killTransaction(req)
    throw error
  }
}

async function spoken<T>(req: PayloadRequest, target: CrudTarget, verb: string, work: () => Promise<T>, id?: string): Promise<T> {
  try {
    if (id !== undefined) await crudGet(req, target, id)
    return await work()
  } catch (error) {
    const refusal = crudRefusal(error, target.noun) ?? error
    noteFailure(req.payload, crudAttempt(req, target.slug, verb, id), refusal)
    throw refusal
  }
}

function shown({ tree: _tree, createdBy: _createdBy, ...doc }: Doc): Doc {
  return doc as Doc
}

function isId(id: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id)
}
