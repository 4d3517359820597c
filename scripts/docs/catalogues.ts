import { builtInRoles } from '@/domain/identity/roles'
import { permissions } from '@/domain/permissions'
import { ERRORS } from '@/kernel/errors'
import { envSchema } from '@/platform/env'
import { heading, table } from './markdown'

/** All refusals: code, status, sentence. */
export function errorPage(): string {
  const rows = Object.entries(ERRORS).map(([code, { status, sentence }]) => [`\`${code}\``, status, sentence])
  return heading('Errors', 'Every refusal of the product. The API, the screens and this page read the same table.') + table(['code', 'status', 'sentence'], rows)
}

/** All permissions with the sentence HQ reads. */
export function permissionPage(): string {
  const rows = permissions.flatMap(({ module, keys }) => Object.entries(keys).map(([key, sentence]) => [module, `\`${key}\``, sentence]))
  return heading('Permissions', 'Permission keys are code, roles are rows.') + table(['module', 'permission', 'meaning'], rows)
}

/** Which built-in role holds what, and how far. */
export function roleLines(): string {
  const keys = permissions.flatMap((one) => Object.keys(one.keys))
  const rows = keys.map((key) => [`\`${key}\``, ...builtInRoles.map((role) => role.permissions[key] ?? '')])
  return `\n## Built-in roles\n${table(['permission', ...builtInRoles.map((role) => role.key)], rows)}`
}

/** Every environment variable. */
export function environmentPage(): string {
  const rows = Object.entries(envSchema.shape).map(([name, schema]) => {
    const parsed = schema.safeParse(undefined)
    const fallback = parsed.success && parsed.data !== undefined ? `\`${String(parsed.data)}\`` : ''
    return [`\`${name}\``, fallback, schema.description ?? '']
  })
  return heading('Environment', 'Checked at start; a wrong value stops the process with a sentence.') + table(['variable', 'default', 'meaning'], rows)
}
