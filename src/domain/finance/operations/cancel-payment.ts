import { z } from 'zod'
import { lockPayment } from '@/domain/finance/locking'
import { paymentMachine } from '@/domain/finance/status'
import { defineOperation } from '@/platform/operation'

/** A pending payment never arrived. Answers `{ id, number }`. Refuses STATE_REFUSED for one that counted: reverse it. */
export const cancelPayment = defineOperation({
  name: 'payment.cancel',
  permission: 'payment.record',
  summary: 'Cancel a pending payment',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const payment = await lockPayment(ctx, id, 'payment.record')
    ctx.transition(paymentMachine, 'payments', { ...payment, noun: 'Payment' }, 'cancel')
    return { id, number: payment.number }
  },
})
