import { z } from 'zod'
import { headerFrom, HeaderInput, LineInput, refOf } from '@/domain/sales/inputs'
import { buyingParties } from '@/domain/sales/parties'
import { lockPartiesCredit, submitOrder } from '@/domain/sales/placing'
import { defineOperation } from '@/platform/operation'

/**
 * Places an order without a cart, for programs and quick orders: the same step as checkout. Answers
 * `{ id, number, status, totalMinor, currency }`.
 */
export const placeOrder = defineOperation({
  name: 'order.place',
  permission: 'order.submit',
  scope: 'organization',
  summary: 'Place an order for the own organization',
  input: z.strictObject({ ...HeaderInput, lines: z.array(LineInput).min(1, { error: 'an order needs at least one line' }).max(500) }),
  run: async (ctx, { lines, shipTo, branch, ...header }) => {
    const parties = await buyingParties(ctx, { buyer: ctx.organization.id, address: shipTo, branch })
    const credit = lockPartiesCredit(ctx, parties)
    const asked = lines.map((line, index) => ({ key: `lines.${index}`, ref: refOf(line), unit: line.unit, quantity: line.quantity }))
    return submitOrder(ctx, { parties, credit, lines: asked, header: headerFrom(header) })
  },
})
