import { z } from 'zod'
import { mustBeSystem } from '@/domain/core'
import { HostInput, proofOf } from '@/domain/network/domains'
import { domainAdded, domainRemoved, domainVerified } from '@/domain/network/events'
import type { DomainRow } from '@/domain/network/rows'
import { portalDomainsFeature } from '@/domain/network/settings'
import { refuse } from '@/kernel/errors'
import { bindings, sqlOf } from '@/platform/access/sql'
import { defaults } from '@/platform/defaults'
import { mustHaveFeature } from '@/platform/features'
import { defineOperation, type Context } from '@/platform/operation'

const MOST = 20

/** Adds a host an organization says is its own. It counts for nothing until it is proven. */
export const addDomain = defineOperation({
  name: 'domain.add',
  permission: 'domain.write',
  summary: 'Add a portal domain to an organization',
  input: z.strictObject({ organization: z.uuid(), host: HostInput }),
  run: async (ctx, { organization, host }) => {
    const { tree } = await reached(ctx, organization)
    await mustHaveFeature(ctx, portalDomainsFeature, organization)
    if (host === defaults.ownHost) refuse('CONFLICT', { reason: `${host} is the address of this installation.` }, [{ path: 'host', message: 'is taken' }])
    const known = await ctx.find<DomainRow>('organization-domains', { organization })
    if (known.some((one) => one.host === host)) refuse('DUPLICATE', { noun: 'A domain', field: 'host', value: host }, [{ path: 'host', message: 'is there already' }])
    if (known.length >= MOST) refuse('CONFLICT', { reason: `An organization has at most ${MOST} domains.` })
    const token = ctx.id().replaceAll('-', '')
    const id = ctx.insert('organization-domains', { organization, tree, host, token })
    ctx.emit(domainAdded, { type: 'organization-domains', id, organization }, { host })
    return { id, host, isVerified: false, proof: proofOf(host, token) }
  },
})

/** Answers what has to be looked for, to somebody who may have a domain checked. */
export const checkDomain = defineOperation({
  name: 'domain.check',
  permission: 'domain.write',
  summary: 'Begin to check a portal domain',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const { host, token, organization } = await ctx.lock<DomainRow>('organization-domains', id)
    await mustHaveFeature(ctx, portalDomainsFeature, organization)
    return { id, host, organization, proof: proofOf(host, token) }
  },
})

/** Keeps what a check found. Another organization that proved the host before loses it: whoever controls the name now has it. */
export const settleDomain = defineOperation({
  name: 'domain.settle',
  permission: 'domain.write',
  summary: 'Keep what the check of a portal domain found',
  input: z.strictObject({ id: z.uuid(), method: z.enum(['dns', 'file']).nullable(), problem: z.string().max(600).nullable() }),
  run: async (ctx, { id, method, problem }) => {
    mustBeSystem(ctx)
    const domain = await ctx.lock<DomainRow>('organization-domains', id)
    const { organization, host, verifiedAt } = domain
    if (method === null) {
      ctx.update('organization-domains', id, { problem, checkedAt: ctx.now, verifiedAt: null })
      return { id, host, isVerified: false, problem }
    }
    await releaseOthers(ctx, domain)
    ctx.update('organization-domains', id, { method, problem: null, failures: 0, checkedAt: ctx.now, verifiedAt: verifiedAt ?? ctx.now })
    if (!verifiedAt) ctx.emit(domainVerified, { type: 'organization-domains', id, organization }, { host, method })
    return { id, host, isVerified: true, problem: null }
  },
})

/** Takes a host away from an organization; it stops to count within seconds. */
export const removeDomain = defineOperation({
  name: 'domain.remove',
  permission: 'domain.write',
  summary: 'Remove a portal domain',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const { organization, host } = await ctx.lock<DomainRow>('organization-domains', id)
    ctx.remove('organization-domains', id)
    ctx.emit(domainRemoved, { type: 'organization-domains', id, organization }, { host })
    return { id, host }
  },
})

async function releaseOthers(ctx: Context, { id, host }: DomainRow): Promise<void> {
  const others = await ctx.find<DomainRow>('organization-domains', { host })
  const held = others.filter((one) => one.id !== id && one.verifiedAt !== null)
  for (const other of await ctx.lockMany<DomainRow>('organization-domains', held.map((one) => one.id))) {
    ctx.update('organization-domains', other.id, { verifiedAt: null, checkedAt: ctx.now, problem: 'The domain was proven by another organization since.' })
  }
  if (held.length > 0) await ctx.flush()
}

async function reached(ctx: Context, organization: string): Promise<{ tree: string }> {
  const to = bindings([organization])
  const [row] = await ctx.rows<{ tree: string }>(
    `select o.tree_id as tree from organizations o where o.id = $1::uuid and ${sqlOf(ctx.reach('organizations', 'domain.write'), 'o', to)}`,
    to.values,
  )
  return row ?? refuse('NOT_FOUND', { noun: 'The organization' })
}
