import type { CollectionBeforeChangeHook } from 'payload'
import { z } from 'zod'
import { CUSTOM_COLLECTIONS } from '@/domain/core'
import { refuse } from '@/kernel/errors'

const Choices = z.array(z.string().trim().min(1).max(80)).min(1).max(100)

/** A custom field belongs to a collection that carries such fields; a choice has something to choose from. */
export const checkCustomField: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const row = { ...(originalDoc as object), ...data } as { collection?: string; type?: string; choices?: unknown }
  if (!CUSTOM_COLLECTIONS.some((slug) => slug === row.collection)) {
    refuse('INPUT_INVALID', { reason: `Custom fields exist for ${CUSTOM_COLLECTIONS.join(', ')}.` }, [{ path: 'collection', message: 'has no custom fields' }])
  }
  const isRight = row.type !== 'choice' || (Choices.safeParse(row.choices).success && new Set(row.choices as string[]).size === (row.choices as string[]).length)
  if (!isRight) refuse('INPUT_INVALID', { reason: 'A choice needs a list of different values.' }, [{ path: 'choices', message: 'must be a list of different values' }])
  return data
}
