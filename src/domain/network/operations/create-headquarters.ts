import { z } from 'zod'
import { seedRoles } from '@/domain/identity'
import { CurrencyInput } from '@/kernel/currency'
import { ZoneInput } from '@/kernel/period'
import { slugify } from '@/kernel/slug'
import { defineOperation } from '@/platform/operation'

/** Founds a new tree: an HQ that knows nothing of the others. Only the installation's command line performs it. */
export const createHeadquarters = defineOperation({
  name: 'organization.found',
  permission: null,
  scope: 'public',
  summary: 'Found a headquarters with its built-in roles',
  input: z.strictObject({
    code: z.string().regex(/^[A-Z0-9-]{2,24}$/),
    name: z.string().min(1).max(160),
    currency: CurrencyInput,
    zone: ZoneInput,
    locale: z.string().min(2).max(20),
    brand: z.string().regex(/^#[0-9a-f]{6}$/i).optional(),
  }),
  run: async (ctx, { brand, ...input }) => {
    const id = ctx.id()
    ctx.insert('organizations', {
      ...input,
      id,
      tree: id,
      slug: slugify(input.code, 60),
      kind: 'hq',
      status: 'active',
      parent: null,
      path: `/${id}/`,
      branding: brand ? { brand } : null,
    })
    seedRoles(ctx, id)
    return Promise.resolve({ organization: id })
  },
})
