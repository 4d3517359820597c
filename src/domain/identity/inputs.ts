import { z } from 'zod'

/** An e-mail address, in lower case and without spaces around it. */
export const EmailInput = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ pattern: z.regexes.unicodeEmail, error: 'must be an e-mail address' }))

export const NameInput = z.string().trim().min(1).max(120)

/** Roles by key, each in the whole organization or in one branch. */
export const RolesInput = z
  .array(z.strictObject({ role: z.string().min(1).max(60), branch: z.uuid().nullish() }))
  .min(1)
  .max(20)
  .refine((roles) => new Set(roles.map((one) => `${one.role} ${one.branch ?? ''}`)).size === roles.length, { error: 'names a role twice' })

/** Salt and hash as `platform/password` makes them, outside of any transaction. */
export const CredentialsInput = z.strictObject({ salt: z.string().length(64), hash: z.string().max(120) })
