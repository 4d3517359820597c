import { z } from 'zod'
import { EmailInput } from '@/domain/identity'
import { supplierUpdated } from '@/domain/network/events'
import type { SupplierRow } from '@/domain/network/rows'
import { refuse } from '@/kernel/errors'
import { defineOperation } from '@/platform/operation'

/** Changes what HQ knows about a supplier. A null empties a field; a new name is that of its organization too. */
export const updateSupplier = defineOperation({
  name: 'supplier.update',
  permission: 'supplier.update',
  summary: 'Change name, contact or note of a supplier',
  input: z.strictObject({
    id: z.uuid(),
    revision: z.int().optional(),
    name: z.string().trim().min(1).max(160).optional(),
    phone: z.string().trim().max(40).nullish(),
    email: EmailInput.nullish(),
    internalNote: z.string().max(4_000).nullish(),
  }),
  run: async (ctx, { id, revision, ...input }) => {
    const supplier = await ctx.lock<SupplierRow>('suppliers', id, { noun: 'The supplier' })
    if (revision !== undefined && revision !== supplier.revision) refuse('STALE_REVISION', { noun: 'The supplier' })
    const changes = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    const fields = Object.keys(changes)
    if (fields.length === 0) return { supplier: id, revision: supplier.revision }
    ctx.update('suppliers', id, changes)
    const { party, code, organization } = supplier
    const { name = supplier.name } = input
    if (name !== supplier.name) {
      await ctx.lockMany('organizations', [party])
      ctx.update('organizations', party, { name })
    }
    ctx.emit(supplierUpdated, { type: 'suppliers', id, organization, counterparty: party }, { supplier: id, party, code, name, fields })
    return { supplier: id, revision: supplier.revision + 1 }
  },
})
