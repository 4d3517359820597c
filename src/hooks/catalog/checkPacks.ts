import type { CollectionBeforeChangeHook } from 'payload'
import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { QuantityInput } from '@/kernel/quantity'

const Packs = z.array(z.strictObject({ unit: z.string().min(1).max(12), factor: QuantityInput })).max(20)

/** Packs are further units with a factor in stock units; each unit stands once. */
export const checkPacks: CollectionBeforeChangeHook = ({ data }) => {
  if (data['packs'] === null || data['packs'] === undefined) return data
  const parsed = Packs.safeParse(data['packs'])
  if (!parsed.success) refuse('INPUT_INVALID', { reason: 'Packs are a list of { unit, factor } with a factor above zero.' })
  const units = (parsed.data ?? []).map((pack) => pack.unit)
  if (new Set(units).size !== units.length) refuse('INPUT_INVALID', { reason: 'Each unit stands once among the packs.' })
  return data
}
