import type { CollectionBeforeChangeHook } from 'payload'
import { checkedCustom, type CustomValues } from '@/domain/core'
import { clientOf } from '@/platform/payload/transaction'

/** Holds the `custom` values of a row against the fields its organization has defined. */
export const checkCustom: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  const before = (originalDoc as { custom?: CustomValues | null } | undefined)?.custom
  const given: unknown = data['custom'] ?? null
  if (operation === 'update' && JSON.stringify(given) === JSON.stringify(before ?? null)) return data
  const client = await clientOf(req)
  const rows = async <T extends object>(text: string, values: readonly unknown[] = []) => (await client.query<T>(text, [...values])).rows
  const organization = String(data['organization'] ?? (originalDoc as { organization?: string } | undefined)?.organization)
  const custom = await checkedCustom({ rows }, { organization, collection: collection.slug }, { given, before })
  return { ...data, custom }
}
