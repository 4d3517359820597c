import { z } from 'zod'
import { CurrencyInput } from '@/kernel/currency'
import { refuse } from '@/kernel/errors'
import { LocaleInput } from '@/kernel/locale'
import { ZoneInput } from '@/kernel/period'
import { organizationUpdated } from '@/domain/network/events'
import { BrandingInput } from '@/domain/network/inputs'
import type { OrganizationRow } from '@/domain/network/rows'
import { defineOperation, type Context } from '@/platform/operation'

/** Changes name, look, zone and locale of an organization; the currency only while nothing was ordered or billed. */
export const updateOrganization = defineOperation({
  name: 'organization.update',
  permission: 'organization.write',
  summary: 'Change name, currency, time zone, locale or branding of an organization',
  input: z.strictObject({
    id: z.uuid(),
    revision: z.int().optional(),
    name: z.string().trim().min(1).max(160).optional(),
    currency: CurrencyInput.optional(),
    zone: ZoneInput.optional(),
    locale: LocaleInput.optional(),
    branding: BrandingInput.nullish(),
    logo: z.uuid().nullish(),
  }),
  run: async (ctx, { id, revision, ...input }) => {
    const organization = await ctx.lock<OrganizationRow>('organizations', id)
    if (revision !== undefined && revision !== organization.revision) refuse('STALE_REVISION', { noun: 'The organization' })
    if (input.currency && input.currency !== organization.currency) await mustHaveNoDocuments(ctx, organization)
    if (input.logo) await mustBeOwnPicture(ctx, organization, input.logo)
    const changes = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    const fields = Object.keys(changes)
    if (fields.length === 0) return { organization: id, revision: organization.revision }
    ctx.update('organizations', id, changes)
    if (input.name) await renameRecords(ctx, id, input.name)
    ctx.emit(organizationUpdated, { type: 'organizations', id, organization: id }, { organization: id, name: input.name ?? organization.name, fields })
    return { organization: id, revision: organization.revision + 1 }
  },
})

// Amounts carry no currency of their own beyond their document's; changing it under documents would mix two.
const DOCUMENTS = `select exists (select 1 from orders where organization_id = $1::uuid or counterparty_id = $1::uuid)
  or exists (select 1 from invoices where organization_id = $1::uuid or counterparty_id = $1::uuid)
  or exists (select 1 from payments where organization_id = $1::uuid or counterparty_id = $1::uuid) as some`

async function mustHaveNoDocuments(ctx: Context, { id, name, currency }: OrganizationRow): Promise<void> {
  const [found] = await ctx.rows<{ some: boolean }>(DOCUMENTS, [id], 'tf_has_documents')
  if (found?.some) refuse('CONFLICT', { reason: `${name} has orders, invoices or payments in ${currency}; its currency stays.` }, [{ path: 'currency', message: 'cannot change' }])
}

async function mustBeOwnPicture(ctx: Context, { id, tree }: OrganizationRow, logo: string): Promise<void> {
  const pictures = await ctx.find<{ id: string }>('media', { id: logo, organization: [id, tree] })
  if (pictures.length === 0) refuse('CROSS_TENANT', { noun: 'The logo' }, [{ path: 'logo', message: 'No such picture in this organization.' }])
}

// What HQ keeps about a party carries its name for lists.
async function renameRecords(ctx: Context, party: string, name: string): Promise<void> {
  for (const slug of ['dealers', 'suppliers']) {
    const rows = await ctx.find<{ id: string }>(slug, { party })
    for (const { id } of await ctx.lockMany<{ id: string }>(slug, rows.map((row) => row.id))) ctx.update(slug, id, { name })
  }
}
