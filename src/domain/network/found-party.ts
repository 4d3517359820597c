import type { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { slugify } from '@/kernel/slug'
import { chosenRoles, enrol } from '@/domain/identity'
import type { AddressInput, FirstPersonInput } from '@/domain/network/inputs'
import type { OrganizationFacts } from '@/platform/access/principal'
import type { Context } from '@/platform/operation'

export interface PartyInput {
  code: string
  name: string
  currency?: string | undefined
  zone?: string | undefined
  locale?: string | undefined
  address?: z.output<typeof AddressInput> | undefined
  person?: z.output<typeof FirstPersonInput> | undefined
}

export interface Founded {
  slug: string
  party: string
  address: string | null
  invitation: string | null
  membership: string | null
}

/**
 * Founds the organization of a dealer or supplier below another one, with its first address and its first person, who
 * is invited. DUPLICATE when the code is taken in the tree.
 */
export async function foundParty(
  ctx: Context,
  parent: OrganizationFacts,
  kind: 'dealer' | 'supplier',
  input: PartyInput,
  status: 'active' | 'suspended',
): Promise<Founded> {
  await mustBeFree(ctx, parent.tree, input.code, kind)
  const { currency = parent.currency, zone = parent.zone, locale = parent.locale } = input
  const id = ctx.id()
  const path = [...parent.path, id]
  const facts: OrganizationFacts = { id, code: input.code, slug: await freeSlug(ctx, input.name), name: input.name, kind, tree: parent.tree, path, currency, zone, locale }
  ctx.insert('organizations', { ...facts, path: `/${path.join('/')}/`, parent: parent.id, status, branding: null })
  const address = input.address ? ctx.insert('addresses', { ...input.address, isShipping: true, isBilling: true, organization: id, tree: parent.tree }) : null
  return { party: id, slug: facts.slug, address, ...(await invite(ctx, facts, input)) }
}

async function invite(ctx: Context, facts: OrganizationFacts, { person }: PartyInput): Promise<{ invitation: string | null; membership: string | null }> {
  if (!person) return { invitation: null, membership: null }
  const role = person.role ?? (facts.kind === 'dealer' ? 'dealer-admin' : 'supplier-user')
  const roles = await chosenRoles(ctx, facts, [{ role }])
  return enrol(ctx, { organization: facts, person: { name: person.name, email: person.email }, roles })
}

async function mustBeFree(ctx: Context, tree: string, code: string, kind: string): Promise<void> {
  const taken = await ctx.find<{ id: string }>('organizations', { tree, code })
  if (taken.length > 0) refuse('DUPLICATE', { noun: `A ${kind}`, field: 'code', value: code }, [{ path: 'code', message: 'is taken' }])
}

// Slugs are unique in the installation because they stand in the portal's address; codes only in their tree.
async function freeSlug(ctx: Context, name: string): Promise<string> {
  const base = slugify(name, 50) || 'organization'
  const rows = await ctx.rows<{ slug: string }>('select slug from organizations where slug = $1 or slug like $2', [base, `${base}-%`])
  const taken = new Set(rows.map((row) => row.slug))
  let slug = base
  for (let n = 2; taken.has(slug); n += 1) slug = `${base}-${n}`
  return slug
}
