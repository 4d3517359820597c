import { z } from 'zod'
import { supplierCreated } from '@/domain/network/events'
import { foundParty } from '@/domain/network/found-party'
import { partyShape } from '@/domain/network/inputs'
import { defineOperation } from '@/platform/operation'

/** Creates a supplier: its organization below HQ, what HQ knows about it, first address and first person. */
export const createSupplier = defineOperation({
  name: 'supplier.create',
  permission: 'supplier.create',
  scope: 'organization',
  summary: 'Create a supplier',
  input: z.strictObject(partyShape),
  run: async (ctx, { phone, email, internalNote, ...party }) => {
    const hq = ctx.organization
    const founded = await foundParty(ctx, hq, 'supplier', party, 'active')
    const { code, name } = party
    const own = { organization: hq.id, tree: hq.tree, party: founded.party, code, name, status: 'active' }
    const supplier = ctx.insert('suppliers', { ...own, phone, email, internalNote })
    const subject = { type: 'suppliers', id: supplier, organization: hq.id, counterparty: founded.party }
    ctx.emit(supplierCreated, subject, { supplier, party: founded.party, code, name })
    return { supplier, ...founded }
  },
})
