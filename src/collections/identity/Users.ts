import type { CollectionConfig, PayloadRequest } from 'payload'
import type { z } from 'zod'
import { payloadAuthEndpoints } from '@/endpoints/payload-auth'
import { keepAddress } from '@/hooks/identity/keepAddress'
import { refuseCredentials } from '@/hooks/identity/refuseCredentials'
import { renameMemberships } from '@/hooks/identity/renameMemberships'
import { principalStrategy } from '@/platform/access/strategy'
import { isHq, principalOf } from '@/platform/access/principal'
import { deny } from '@/platform/payload/access'
import { clampReads } from '@/platform/payload/clamp'
import { choice, text } from '@/platform/payload/fields'
import type { CollectionMeta } from '@/platform/payload/meta'
import { env } from '@/platform/env'
import { CurrencyInput } from '@/kernel/currency'
import { DateFormatInput, LocaleInput } from '@/kernel/locale'
import { ZoneInput } from '@/kernel/period'

const meta: CollectionMeta = {
  slug: 'users',
  module: 'identity',
  noun: 'user',
  tenancy: 'user',
  writes: 'operations',
  operationsToo: false,
  ledger: false,
  audited: true,
  hasBranch: false,
  hasAuthor: false,
  reachDown: false,
  read: null,
  write: null,
  machine: null,
  stream: null,
  guards: {},
}

const self = ({ req }: { req: PayloadRequest }) => {
  const principal = principalOf(req.user)
  return principal ? { id: { equals: principal.id } } : false
}

const fits = (schema: z.ZodType) => (value: unknown) => schema.safeParse(value === '' ? null : value).success || 'This value cannot be read.'

/** A person who signs in. What somebody may do lies in memberships and roles, never here (PF4). */
export const Users: CollectionConfig = {
  slug: 'users',
  custom: { tf: meta },
  versions: false,
  lockDocuments: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  defaultPopulate: { name: true },
  admin: { useAsTitle: 'name', group: 'Identity', hidden: true },
  access: {
    admin: ({ req }) => {
      const principal = principalOf(req.user)
      return principal !== null && isHq(principal)
    },
    create: deny,
    read: self,
    update: self,
    delete: deny,
    readVersions: deny,
    unlock: deny,
  },
  auth: {
    strategies: [principalStrategy],
    useSessions: true,
    tokenExpiration: env.SESSION_SECONDS,
    maxLoginAttempts: env.MAX_LOGIN_ATTEMPTS,
    lockTime: env.LOCK_MINUTES * 60_000,
    useAPIKey: false,
    loginWithUsername: false,
    depth: 0,
    cookies: { sameSite: 'Lax', secure: env.SERVER_URL.startsWith('https:') },
  },
  endpoints: payloadAuthEndpoints,
  graphQL: { disableMutations: true },
  hooks: {
    beforeOperation: [clampReads, refuseCredentials],
    beforeChange: [keepAddress],
    afterChange: [renameMemberships],
  },
  fields: [
    text('name', { required: true, maxLength: 120, pii: 'identity' }),
    text('phone', { maxLength: 40, pii: 'contact' }),
    { ...text('locale', { maxLength: 20 }), validate: fits(LocaleInput.nullish()) },
    { ...text('zone', { maxLength: 60 }), validate: fits(ZoneInput.nullish()) },
    { ...text('dateFormat', { maxLength: 12 }), validate: fits(DateFormatInput.nullish()) },
    { ...text('currency', { maxLength: 3 }), validate: fits(CurrencyInput.nullish()) },
    {
      ...choice('status', ['invited', 'active', 'suspended', 'deactivated'], { required: true, defaultValue: 'active' }),
      access: { create: () => false, update: () => false },
    },
  ],
}
