import { z } from 'zod'
import { mustBeSystem } from '@/domain/core'
import { domainFailing, domainLost } from '@/domain/network/events'
import type { DomainRow } from '@/domain/network/rows'
import { domainFailures } from '@/domain/network/settings'
import { defineOperation } from '@/platform/operation'

/**
 * Keeps what a daily check of a proven domain found. A proof that is missing is told to the headquarters at once; after
 * so many checks in a row the domain counts for nothing until it is proven again (T9).
 */
export const recheckDomain = defineOperation({
  name: 'domain.recheck',
  permission: 'domain.write',
  summary: 'Keep what the daily check of a portal domain found',
  input: z.strictObject({ id: z.uuid(), method: z.enum(['dns', 'file']).nullable(), problem: z.string().max(600).nullable() }),
  run: async (ctx, { id, method, problem }) => {
    mustBeSystem(ctx)
    const domain = await ctx.lock<DomainRow>('organization-domains', id)
    const { organization, tree, host } = domain
    if (domain.verifiedAt === null) return { id, host, isVerified: false, failures: domain.failures }
    if (method !== null) {
      ctx.update('organization-domains', id, { method, problem: null, failures: 0, checkedAt: ctx.now })
      return { id, host, isVerified: true, failures: 0 }
    }
    const most = await ctx.setting(domainFailures, organization)
    const failures = domain.failures + 1
    const isLost = failures >= most
    ctx.update('organization-domains', id, { problem, failures, checkedAt: ctx.now, ...(isLost ? { verifiedAt: null } : {}) })
    const subject = { type: 'organization-domains', id, organization: tree }
    const { name: organizationName } = await ctx.organizationFacts(organization)
    const told = { host, organizationName, problem: problem ?? 'The proof was not found.', failures }
    if (isLost) ctx.emit(domainLost, subject, told)
    else if (failures === 1) ctx.emit(domainFailing, subject, { ...told, left: most - failures })
    return { id, host, isVerified: !isLost, failures }
  },
})
