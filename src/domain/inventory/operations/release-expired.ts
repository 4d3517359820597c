import { z } from 'zod'
import { releaseExpired } from '@/domain/inventory/release'
import { defineOperation } from '@/platform/operation'

const MOST = 500

/** Ends cart holds whose time is over (S2). What was submitted or prolonged meanwhile is seen under lock and stays. */
export const releaseExpiredHolds = defineOperation({
  name: 'stock.release-expired',
  permission: null,
  scope: 'public',
  summary: 'Release what expired carts hold',
  input: z.strictObject({}),
  run: async (ctx) => {
    const expired = await ctx.rows<{ id: string }>(
      `select id from reservations where state = 'held' and expires_at <= $1 order by expires_at limit ${MOST}`,
      [ctx.now],
      'tf_expired_holds',
    )
    return { released: await releaseExpired(ctx, expired.map(({ id }) => id)) }
  },
})
