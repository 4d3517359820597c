import { creditInvoice, draftInvoice, postInvoice, recordPayment } from '@/domain/finance'
import { perform, type Caller } from '@/platform/perform'
import type { SanitizedConfig } from 'payload'

import { PASSWORD } from './callers'
import { send } from './http'
import type { Network } from './network'
import type { Person } from './people'

/** A line of a test's invoice; unit price in micro-units of the major unit. */
export type LineWish = {
  name?: string
  quantity?: string
  unitPriceMicro?: number
  taxes?: { name: string; ratePpm: number; compound?: boolean }[]
  [field: string]: unknown
}

type Wish = {
  buyer?: string
  by?: Caller
  totalMinor?: number
  lines?: LineWish[]
  now?: Date
  [field: string]: unknown
}

/** Drafts an invoice of HQ to D1; `totalMinor` makes one untaxed line of it. Gives its id. */
export async function aDraft(
  net: Network,
  { buyer = net.d1.party, by, totalMinor = 10_000, lines, now, ...more }: Wish = {},
): Promise<string> {
  const caller = by ?? (await net.caller(net.people.finance, now ? { now } : {}))
  const billed = (lines ?? [{ unitPriceMicro: totalMinor * 10_000 }]).map((line) => ({
    name: 'Goods',
    unit: 'PCS',
    quantity: '1',
    unitPriceMicro: 1_000_000,
    ...('taxClass' in line ? {} : { taxes: [] }),
    ...line,
  }))
  return (await perform(draftInvoice, { buyer, lines: billed, ...more }, caller)).id
}

/** Drafts and posts. */
export async function anInvoice(net: Network, wish: Wish = {}): Promise<{ id: string; number: string }> {
  const id = await aDraft(net, wish)
  const caller = wish.by ?? (await net.caller(net.people.finance, wish.now ? { now: wish.now } : {}))
  const { number } = await perform(postInvoice, { id }, caller)
  return { id, number: number ?? '' }
}

/** Records a cleared payment of D1 to HQ. */
export async function aPayment(
  net: Network,
  amountMinor: number,
  more: { buyer?: string; now?: Date; [field: string]: unknown } = {},
) {
  const { now, ...input } = more
  return perform(
    recordPayment,
    { buyer: net.d1.party, amountMinor, ...input },
    await net.caller(net.people.finance, now ? { now } : {}),
  )
}

/** Credits an invoice, whole or by lines. */
export async function aCredit(net: Network, id: string, lines?: { line: string; quantity: string }[]) {
  return perform(
    creditInvoice,
    { id, reason: 'Damaged.', ...(lines ? { lines } : {}) },
    await net.caller(net.people.finance),
  )
}

/** What an invoice's row says of money just now. */
export async function moneyOf(net: Network, id: string) {
  const [row] = await net.payload.db.pool
    .query<{ status: string; settlement: string; number: string; open: number; total: number }>(
      'select status, settlement, number, open_minor::float8 as open, total_minor::float8 as total from invoices where id = $1',
      [id],
    )
    .then((answer) => answer.rows)
  if (!row) throw new Error(`There is no invoice ${id}.`)
  return row
}

/** A signed-in person's requests against `/api/v1`, answered by the real router; the answer is a plain Response. */
export async function callOver(
  net: Network,
  person: Person,
): Promise<(method: string, path: string, body?: unknown) => Promise<Response>> {
  const { handleEndpoints } = await import('payload')
  const login = await send<{ data: { token: string } }>(net.payload, 'POST', '/api/v1/auth/login', {
    body: { email: person.email, password: PASSWORD },
  })
  const headers = { authorization: `JWT ${login.body.data.token}`, 'content-type': 'application/json' }
  return (method, path, body) => {
    const request = new Request(`http://localhost:3000/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return handleEndpoints({ config: net.payload.config as SanitizedConfig, request })
  }
}

/** Sets a setting of HQ in the name of its administrator. */
export async function putSetting(net: Network, key: string, value: unknown): Promise<void> {
  const { core } = await import('@/domain/registry')
  await perform(core.setSetting, { organization: net.hq.id, key, value }, await net.caller(net.people.admin))
}
