import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import type { EventDefinition } from '@/kernel/event'
import { networkOf } from '@/platform/access/addresses'
import { newPrefix } from '@/platform/access/api-key'
import { mustHaveFeature } from '@/platform/features'
import { defineOperation, type Context } from '@/platform/operation'
import { mustHoldScopes } from '@/domain/identity/api-key-rights'
import { addSecret, endSecrets } from '@/domain/identity/api-key-secrets'
import { apiKeyChanged, apiKeyCreated, apiKeyResumed, apiKeyRevoked, apiKeyRotated, apiKeySuspended } from '@/domain/identity/events'
import type { ApiKeyRow } from '@/domain/identity/rows'
import { apiKeysFeature } from '@/domain/identity/settings'

const MOST_KEYS = 100
const HOUR_MS = 3_600_000

const unique = (values: readonly string[]) => new Set(values).size === values.length
const Name = z.string().trim().min(1).max(80)
const Scopes = z.array(z.string().min(3).max(60)).min(1).max(200).refine(unique, { error: 'names a permission twice' })
const Branches = z.array(z.uuid()).max(200).refine(unique, { error: 'names a branch twice' })
const Address = z.string().max(60).transform((text, check) => {
  const network = networkOf(text)
  if (network === null) check.addIssue({ code: 'custom', message: `"${text}" is not an address or a network like 203.0.113.0/24` })
  return network ?? ''
})
const Addresses = z.array(Address).max(50)
const ExpiresAt = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const Id = z.strictObject({ id: z.uuid() })
const NOUN = 'The API key'

/** Makes a key for a program. Its secret is shown in this answer and never again. */
export const createApiKey = defineOperation({
  name: 'api-key.create',
  permission: 'api-key.write',
  scope: 'organization',
  summary: 'Make an API key; its secret is shown once',
  isShownOnce: true,
  input: z.strictObject({
    name: Name,
    scopes: Scopes.describe('Permissions; at most those you hold yourself.'),
    reach: z.enum(['organization', 'network']).default('organization').describe('network: also the organizations below.'),
    branches: Branches.default([]).describe('Only these branches; none: the whole organization.'),
    addresses: Addresses.default([]).describe('Only from these networks; none: from anywhere.'),
    signed: z.boolean().default(false).describe('Every request has to be signed.'),
    expiresAt: ExpiresAt.nullish(),
  }),
  run: async (ctx, input) => {
    const { id: organization, tree } = ctx.organization
    await mustHaveFeature(ctx, apiKeysFeature, organization)
    mustBeAhead(ctx, input.expiresAt)
    await mustHoldScopes(ctx, organization, input)
    await mustHaveRoom(ctx, organization)
    const { name, scopes, reach, branches, addresses, signed, expiresAt = null } = input
    const prefix = newPrefix()
    const rights = { scopes: [...scopes].sort(), reach, branches, addresses, signed, expiresAt }
    const id = ctx.insert('api-keys', { organization, tree, name, prefix, status: 'active', creator: ctx.principal.id, ...rights })
    // The secret points at the key.
    await ctx.flush()
    const secrets = await addSecret(ctx, { id, prefix, signed }, ctx.now)
    announce(ctx, apiKeyCreated, { id, organization, name, prefix })
    return { id, name, prefix, ...secrets }
  },
})

/** Changes name, rights, addresses or expiry of a key. It counts from the next request on. */
export const changeApiKey = defineOperation({
  name: 'api-key.change',
  permission: 'api-key.write',
  summary: 'Change an API key',
  input: z.strictObject({ id: z.uuid(), name: Name.optional(), scopes: Scopes.optional(), branches: Branches.optional(), addresses: Addresses.optional(), expiresAt: ExpiresAt.nullish() }),
  run: async (ctx, { id, ...wish }) => {
    const key = await lockKey(ctx, id)
    await mustHaveFeature(ctx, apiKeysFeature, key.organization)
    if (key.status === 'revoked') refuse('STATE_REFUSED', { noun: 'API key', number: key.name, state: 'revoked', action: 'change', from: 'active or suspended' })
    mustBeAhead(ctx, wish.expiresAt)
    const changes = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined))
    if (Object.keys(changes).length === 0) refuse('INPUT_INVALID', { reason: 'Name at least one field to change.' })
    if (wish.scopes || wish.branches) await mustHoldScopes(ctx, key.organization, { ...key, ...(wish.scopes ? { scopes: wish.scopes } : {}), ...(wish.branches ? { branches: wish.branches } : {}) })
    ctx.update('api-keys', id, changes)
    announce(ctx, apiKeyChanged, { ...key, name: wish.name ?? key.name })
    return { id, name: wish.name ?? key.name }
  },
})

/** Gives a key a new secret, shown once; the old one goes on working for the overlap. */
export const rotateApiKey = defineOperation({
  name: 'api-key.rotate',
  permission: 'api-key.write',
  summary: 'Give an API key a new secret; it is shown once',
  isShownOnce: true,
  input: z.strictObject({ id: z.uuid(), overlapHours: z.number().min(0).max(720).default(24).describe('How long the old secret goes on working.') }),
  run: async (ctx, { id, overlapHours }) => {
    const key = await lockKey(ctx, id)
    await mustHaveFeature(ctx, apiKeysFeature, key.organization)
    if (key.status !== 'active') refuse('STATE_REFUSED', { noun: 'API key', number: key.name, state: key.status, action: 'rotate', from: 'active' })
    await mustHoldScopes(ctx, key.organization, key)
    const oldUntil = new Date(ctx.now.getTime() + overlapHours * HOUR_MS)
    const secrets = await addSecret(ctx, key, oldUntil)
    ctx.update('api-keys', id, { status: key.status })
    announce(ctx, apiKeyRotated, key)
    return { id, name: key.name, prefix: key.prefix, oldUntil, ...secrets }
  },
})

/** Ends the older secret of a rotated key before its time. */
export const retireApiKeySecret = defineOperation({
  name: 'api-key.retire',
  permission: 'api-key.write',
  summary: 'End the older secret of an API key now',
  input: Id,
  run: async (ctx, { id }) => {
    const key = await lockKey(ctx, id)
    const ended = await endSecrets(ctx, id, 'older')
    if (ended === 0) refuse('CONFLICT', { reason: `${key.name} has no older secret that still works.` })
    ctx.update('api-keys', id, { status: key.status })
    announce(ctx, apiKeyChanged, key)
    return { id, ended }
  },
})

/** Suspends a key: its next request is refused. */
export const suspendApiKey = step('suspend', { from: ['active'], to: 'suspended' }, apiKeySuspended)

/** Lets a suspended key work again. */
export const resumeApiKey = step('resume', { from: ['suspended'], to: 'active' }, apiKeyResumed)

/** Ends a key for good: its next request is refused and its secrets are worthless. */
export const revokeApiKey = step('revoke', { from: ['active', 'suspended'], to: 'revoked' }, apiKeyRevoked)

type KeyEvent = EventDefinition<typeof apiKeyCreated.schema>
type Status = ApiKeyRow['status']

function step(verb: 'suspend' | 'resume' | 'revoke', { from, to }: { from: readonly Status[]; to: Status }, event: KeyEvent) {
  return defineOperation({
    name: `api-key.${verb}`,
    permission: 'api-key.write',
    summary: { suspend: 'Suspend an API key', resume: 'Let a suspended API key work again', revoke: 'End an API key for good' }[verb],
    input: Id,
    run: async (ctx, { id }) => {
      const key = await lockKey(ctx, id)
      if (!from.includes(key.status)) refuse('STATE_REFUSED', { noun: 'API key', number: key.name, state: key.status, action: verb, from: from.join(' or ') })
      if (to === 'active') await mustHaveFeature(ctx, apiKeysFeature, key.organization)
      if (to === 'revoked') await endSecrets(ctx, id, 'all')
      ctx.update('api-keys', id, { status: to, ...(to === 'revoked' ? { revokedAt: ctx.now } : {}) })
      announce(ctx, event, key)
      return { id, status: to }
    },
  })
}

function lockKey(ctx: Context, id: string): Promise<ApiKeyRow> {
  return ctx.lock<ApiKeyRow>('api-keys', id, { noun: NOUN })
}

function mustBeAhead(ctx: Context, expiresAt: Date | null | undefined): void {
  if (expiresAt && expiresAt <= ctx.now) refuse('INPUT_INVALID', { reason: 'The key would be expired already; choose a later time.' }, [{ path: 'expiresAt', message: 'is in the past' }])
}

async function mustHaveRoom(ctx: Context, organization: string): Promise<void> {
  const present = await ctx.find<ApiKeyRow>('api-keys', { organization, status: ['active', 'suspended'] })
  if (present.length >= MOST_KEYS) refuse('CONFLICT', { reason: `An organization has at most ${MOST_KEYS} keys; revoke those nobody uses.` })
}

function announce(ctx: Context, event: KeyEvent, { id, organization, name, prefix }: Pick<ApiKeyRow, 'id' | 'organization' | 'name' | 'prefix'>): void {
  ctx.emit(event, { type: 'api-keys', id, organization }, { key: id, name, prefix })
}
