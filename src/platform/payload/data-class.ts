import type { Field, SanitizedCollectionConfig } from 'payload'
import type { Classified, DataClass } from '@/kernel/data-class'

const plain = (one: DataClass): Classified => ({ class: one, pii: null })
const RESTRICTED = plain('restricted')

/** Fields that Payload adds by itself, so no factory of ours says what they hold. */
const FRAMEWORK: Readonly<Record<string, Classified>> = {
  ...{ id: plain('internal'), createdAt: plain('internal'), updatedAt: plain('internal') },
  ...{ email: { class: 'confidential', pii: 'contact' }, sessions: RESTRICTED },
  ...{ salt: RESTRICTED, hash: RESTRICTED, resetPasswordToken: RESTRICTED, resetPasswordExpiration: RESTRICTED, resetPasswordRequestedAt: RESTRICTED },
  ...{ loginAttempts: plain('confidential'), lockUntil: plain('confidential'), password: RESTRICTED },
  ...{ url: plain('internal'), thumbnailURL: plain('internal'), filename: plain('internal'), mimeType: plain('internal') },
  ...{ filesize: plain('internal'), width: plain('internal'), height: plain('internal'), sizes: plain('internal') },
  ...{ focalX: plain('internal'), focalY: plain('internal') },
}

/** What the registry says about a field; null when nobody said it, which the conformance suite refuses. */
export function classOf(field: { name?: string; custom?: Record<string, unknown> }): Classified | null {
  const { class: one, pii = null } = (field.custom ?? {}) as Partial<Classified>
  return one ? { class: one, pii } : (FRAMEWORK[field.name ?? ''] ?? null)
}

/** The classes of all fields of a collection by name; rows of a side table have the class of their field. */
export function classesOf(config: Pick<SanitizedCollectionConfig, 'flattenedFields'>): ReadonlyMap<string, Classified> {
  return new Map(config.flattenedFields.map((field) => [field.name, classOf(field) ?? plain('internal')]))
}

/** Gives fields that no factory made (arrays, groups) a class. */
export function classified(fields: Field[], usual: DataClass = 'internal'): Field[] {
  return fields.map((field) => (classOf(field as { name?: string }) ? field : withClass(field, usual)))
}

function withClass(field: Field, usual: DataClass): Field {
  return { ...field, custom: { ...(field as { custom?: object }).custom, class: usual, pii: null } } as Field
}

/** Names of fields that are personal or restricted wherever they stand; names that are harmless somewhere are not told. */
export function sensitiveNames(collections: readonly Pick<SanitizedCollectionConfig, 'flattenedFields'>[]): string[] {
  const all = collections.flatMap(({ flattenedFields }) => flattenedFields.map((field) => ({ name: field.name, said: classOf(field) })))
  const harmless = new Set(all.filter(({ said }) => !said || (said.pii === null && said.class !== 'restricted')).map(({ name }) => name))
  return [...new Set(all.map(({ name }) => name))].filter((name) => !harmless.has(name))
}
