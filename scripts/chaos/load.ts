import { randomUUID } from 'node:crypto'

import { insist, type openLog, type Outcome, signIn } from './client'
import type { Installation } from './ground'

/** What the load came to. */
export type Load = { sent: number; refused: string[] }

/** How many units each receipt brings; the sum is checked at the end. */
export const received = 7

/**
 * Sends `operations` mixed writes with several clients at once: orders, confirmations, shipments, receipts, payments.
 * Every one has a key of its own and is repeated under it until it is answered.
 */
export async function runLoad(at: Installation, operations: number, log: ReturnType<typeof openLog>): Promise<Load> {
  const load: Load = { sent: 0, refused: [] }
  const seller = await signIn(at.url, at.facts.sellers, at.facts.password)
  const clients = await Promise.all(
    at.facts.buyers
      .flatMap((buyer) => [buyer, buyer])
      .map(async (buyer) => ({ ...buyer, token: await signIn(at.url, buyer.email, at.facts.password) })),
  )
  const write = async (kind: string, path: string, body: object, token: string): Promise<string | null> => {
    const key = `${kind}-${randomUUID()}`
    load.sent += 1
    const outcome = await insist(at.url, { kind, path, body, token, key })
    return keep(outcome, { kind, key })
  }
  const keep = (outcome: Outcome, { kind, key }: { kind: string; key: string }): string | null => {
    if ('refused' in outcome) {
      load.refused.push(`${kind}: ${outcome.refused}`)
      return null
    }
    log.add({ kind, key, data: outcome.data })
    return String(outcome.data['id'] ?? outcome.data['shipment'] ?? '')
  }
  const work = async ({ token, party }: (typeof clients)[number]) => {
    while (load.sent < operations) {
      const dice = Math.random()
      const sku = at.facts.skus[Math.floor(Math.random() * at.facts.skus.length)] ?? ''
      if (dice < 0.15)
        await write(
          'receipt',
          '/inventory/receive',
          { warehouse: at.facts.warehouse, lines: [{ sku, quantity: received }] },
          seller,
        )
      else if (dice < 0.3)
        await write('payment', '/payments', { buyer: party, amountMinor: 1_000 + Math.floor(dice * 10_000) }, seller)
      else await orderOf(token, sku)
    }
  }
  const orderOf = async (token: string, sku: string) => {
    const order = await write(
      'order',
      '/orders',
      { lines: [{ sku, quantity: 1 + Math.floor(Math.random() * 5) }] },
      token,
    )
    if (!order || Math.random() < 0.4) return
    await write('confirmation', `/orders/${order}/confirm`, {}, seller)
    await write('shipment', `/orders/${order}/ship`, { warehouse: at.facts.warehouse }, seller)
  }
  await Promise.all(clients.map(work))
  return load
}
