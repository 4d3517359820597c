import type { Payload } from 'payload'
import { loadOrganization, loadPrincipal } from '@/platform/access/load-principal'
import { systemPrincipal, type Principal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import type { Caller } from '@/platform/perform'
import type { Random } from './random'
import type { TreeSpec } from './spec'

let asked = 0

// Each operation is a request of its own: the history of a document tells them apart by it.
const factsOf = () => ({ requestId: `demo-${(asked += 1)}`, ip: null, agent: 'demo' })

/** A tree of the demonstration while it is made, with the ids of what exists already. */
export interface Tree {
  payload: Payload
  spec: TreeSpec
  random: Random
  /** The instant the demonstration is made for. */
  now: Date
  hq: string
  /** Ids by kind and code: `at('warehouse', 'ELK')`. */
  at: (kind: string, code: string) => string
  keep: (kind: string, code: string, id: string) => string
  /** Creates a row of a collection that Payload writes, in HQ's name. */
  create: (collection: string, data: Record<string, unknown>, filePath?: string) => Promise<string>
  /** Acts as a person, at an instant of the past. */
  as: (email: string, at?: Date, organization?: string) => Promise<Caller>
  /** Acts as the system of HQ, at an instant of the past. */
  asSystem: (at?: Date) => Promise<Caller>
}

/** Tools for a founded HQ. */
export function treeTools(payload: Payload, spec: TreeSpec, random: Random, now: Date, hq: string): Tree {
  const ids = new Map<string, string>()
  const principals = new Map<string, Promise<Principal>>()
  const create = payload.create.bind(payload) as (args: object) => Promise<{ id: string }>
  return {
    payload,
    spec,
    random,
    now,
    hq,
    at: (kind, code) => {
      const id = ids.get(`${kind} ${code}`)
      if (!id) throw new Error(`The demonstration has no ${kind} ${code}.`)
      return id
    },
    keep: (kind, code, id) => {
      ids.set(`${kind} ${code}`, id)
      return id
    },
    create: async (collection, data, filePath) =>
      (await create({ collection, data: { organization: hq, tree: hq, ...data }, depth: 0, ...(filePath ? { filePath } : {}) })).id,
    as: async (email, at, organization) => {
      const known = principals.get(email) ?? personOf(payload, email)
      principals.set(email, known)
      return { payload, principal: await known, facts: factsOf(), ...(at ? { now: at } : {}), ...(organization ? { organization } : {}) }
    },
    asSystem: async (at) => {
      const known = principals.get(' system') ?? systemOf(payload, hq)
      principals.set(' system', known)
      return { payload, principal: await known, facts: factsOf(), organization: hq, ...(at ? { now: at } : {}) }
    },
  }
}

/** Nobody in particular: public operations. */
export function nobody(payload: Payload, at?: Date): Caller {
  const facts = { id: '', code: '', slug: '', name: '', kind: 'hq' as const, tree: '', path: [], currency: 'USD', zone: 'UTC', locale: 'en-US' }
  return { payload, principal: { ...systemPrincipal(facts, 'demo'), memberships: [] }, facts: factsOf(), ...(at ? { now: at } : {}) }
}

async function personOf(payload: Payload, email: string): Promise<Principal> {
  const { rows } = await poolOf(payload).query<{ id: string }>('select id from users where email = $1', [email])
  const principal = rows[0] ? await loadPrincipal(poolOf(payload), rows[0].id, null) : null
  if (!principal) throw new Error(`${email} cannot act.`)
  return principal
}

async function systemOf(payload: Payload, hq: string): Promise<Principal> {
  const organization = await loadOrganization(poolOf(payload), hq)
  if (!organization) throw new Error('The HQ of the demonstration is gone.')
  return systemPrincipal(organization, 'demo')
}
