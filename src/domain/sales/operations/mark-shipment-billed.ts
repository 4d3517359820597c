import { z } from 'zod'
import { lockBillable, markBilled } from '@/domain/sales/billing'
import { reconsider } from '@/domain/sales/reconsider'
import { defineOperation } from '@/platform/operation'

/**
 * Takes note that the invoice of a shipment was posted or voided, so that credit counts it in one place (S16). Null: the
 * document billed no shipment. Doing it again changes nothing.
 */
export const markShipmentBilled = defineOperation({
  name: 'shipment.mark-billed',
  permission: 'invoice.post',
  summary: 'Note whether a shipment is on a posted invoice',
  input: z.strictObject({ id: z.uuid().nullable(), billed: z.boolean() }),
  run: async (ctx, { id, billed }) => {
    if (id === null) return { changed: false }
    const billable = await lockBillable(ctx, id, 'invoice.post')
    if (!markBilled(ctx, billable, billed)) return { changed: false }
    await reconsider(ctx, billable.order.id)
    return { changed: true }
  },
})
