import { z } from 'zod'
import { CredentialsInput, EmailInput, enrol, NameInput, seedRoles } from '@/domain/identity'
import { CurrencyInput } from '@/kernel/currency'
import { ZoneInput } from '@/kernel/period'
import { slugify } from '@/kernel/slug'
import { defineOperation } from '@/platform/operation'

/** Founds a new tree: an HQ that knows nothing of the others. Only the installation's command line performs it. */
export const createHeadquarters = defineOperation({
  name: 'organization.found',
  permission: null,
  scope: 'public',
  summary: 'Found a headquarters with its built-in roles and its first administrator',
  input: z.strictObject({
    code: z.string().regex(/^[A-Z0-9-]{2,24}$/),
    name: z.string().min(1).max(160),
    currency: CurrencyInput,
    zone: ZoneInput,
    locale: z.string().min(2).max(20),
    administrator: z.strictObject({ name: NameInput, email: EmailInput, credentials: CredentialsInput.optional() }).optional(),
    brand: z.string().regex(/^#[0-9a-f]{6}$/i).optional(),
  }),
  run: async (ctx, { brand, administrator, ...input }) => {
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
    const roles = seedRoles(ctx, id)
    if (!administrator) return { organization: id, administrator: null }
    const { credentials, ...person } = administrator
    const organization = { id, tree: id, name: input.name }
    const role = { id: roles.get('super-admin') ?? '', branch: null }
    return { organization: id, administrator: await enrol(ctx, { organization, person, roles: [role], credentials }) }
  },
})
