import { execFileSync } from 'node:child_process'

import { sentenceOf } from '../lib/refusal'
import { typescript } from '../lib/programs'
import { waitFor } from '../lib/wait'
import { withClient } from '../postgres/superuser'
import type { Acknowledged } from './client'
import type { Installation } from './ground'
import { received, type Load } from './load'

/** A promise of the product and whether it held; `found` says what broke it. */
export type Promised = { says: string; held: boolean; found: string }

const tables: Record<string, { table: string; operation: string }> = {
  order: { table: 'orders', operation: 'order.place' },
  shipment: { table: 'shipments', operation: 'order.ship' },
  payment: { table: 'payments', operation: 'payment.record' },
}

/** Waits until the jobs have caught up, then holds what was acknowledged against what is stored. */
export async function verify(at: Installation, load: Load, acknowledged: readonly Acknowledged[]): Promise<Promised[]> {
  const caughtUp = await catchUp(at.ownerUrl)
  const stored = await Promise.all(
    Object.keys(tables).flatMap((kind) => [exist(at, kind, acknowledged), once(at, kind, acknowledged)]),
  )
  return [
    promised('Every request was answered with yes', load.refused.length === 0, [...new Set(load.refused)].join('; ')),
    promised('The jobs caught up after the last kill', caughtUp, await whatWaits(at.ownerUrl)),
    ...stored,
    await goods(at, acknowledged),
    await empty(at, 'No job failed for good', `select name, failed_reason from bullmq.job where state = 'failed'`),
    await empty(
      at,
      'Every shipment is billed exactly once',
      `select s.number from shipments s left join invoices i on i.shipment_id = s.id and i.status = 'posted' group by s.id having count(i.id) <> 1`,
    ),
    await empty(
      at,
      'No mail was written twice',
      'select key from notification_deliveries group by 1 having count(*) > 1',
    ),
    doctor(at),
  ]
}

async function waiting(ownerUrl: string): Promise<number> {
  const text = `select (select count(*) from outbox_events where dispatched_at is null)
    + (select count(*) from bullmq.job where queue in ('events', 'outside') and state in ('waiting', 'active', 'delayed')) as n`
  const rows = await query<{ n: string }>(ownerUrl, text).catch(() => [{ n: '1' }])
  return Number(rows[0]?.n ?? 1)
}

// A slow machine may take minutes for what twenty kills left behind; only standing still for one is a fault.
async function catchUp(ownerUrl: string): Promise<boolean> {
  let least = Number.POSITIVE_INFINITY
  for (;;) {
    let left = least
    const isLess = await waitFor(async () => (left = await waiting(ownerUrl)) < least, { timeoutMs: 60_000, everyMs: 500 })
    if (!isLess) return false
    if (left === 0) return true
    least = left
  }
}

/** What has not been done, by queue, kind and state, so that a run that failed says where to look. */
async function whatWaits(ownerUrl: string): Promise<string> {
  const rows = await query<{ what: string }>(
    ownerUrl,
    `select queue || ' ' || name || ' ' || state || ' ' || count(*) as what from bullmq.job
      where queue in ('events', 'outside') and state in ('waiting', 'active', 'delayed') group by queue, name, state
    union all select 'not dispatched ' || count(*) from outbox_events where dispatched_at is null having count(*) > 0`,
  )
  return rows.map(({ what }) => what).join(', ')
}

async function exist(at: Installation, kind: string, acknowledged: readonly Acknowledged[]): Promise<Promised> {
  const ids = idsOf(acknowledged, kind)
  const found = await query(at.ownerUrl, `select id from ${tables[kind]?.table} where id = any($1::uuid[])`, [ids])
  return promised(
    `Every acknowledged ${kind} exists (${ids.length})`,
    found.length === ids.length && ids.length > 0,
    `${found.length} of ${ids.length} exist`,
  )
}

async function once(at: Installation, kind: string, acknowledged: readonly Acknowledged[]): Promise<Promised> {
  const ids = idsOf(acknowledged, kind)
  const rows = await query<{ n: number }>(at.ownerUrl, `select count(*)::int as n from ${tables[kind]?.table}`)
  const all = rows[0]?.n ?? 0
  return promised(
    `No ${kind} was made twice`,
    all === ids.length && new Set(ids).size === ids.length,
    `${all} exist, ${ids.length} were acknowledged`,
  )
}

async function goods(at: Installation, acknowledged: readonly Acknowledged[]): Promise<Promised> {
  const wanted = acknowledged.filter((one) => one.kind === 'receipt').length * received
  const rows = await query<{ n: number }>(
    at.ownerUrl,
    `select coalesce(sum(quantity), 0)::float8 as n from stock_moves where kind = 'received'`,
  )
  return promised(
    'Exactly the acknowledged receipts are in stock',
    rows[0]?.n === wanted,
    `${rows[0]?.n} were received, ${wanted} acknowledged`,
  )
}

async function empty(at: Installation, says: string, sql: string): Promise<Promised> {
  const rows = await query(at.ownerUrl, sql)
  return promised(says, rows.length === 0, JSON.stringify(rows.slice(0, 5)))
}

function doctor(at: Installation): Promised {
  try {
    execFileSync(process.execPath, typescript('scripts/doctor.ts', '--grace', '0'), { env: at.env, stdio: 'pipe' })
    return promised('The doctor finds nothing', true, '')
  } catch (error) {
    const output = (error as { stdout?: Buffer }).stdout?.toString() ?? ''
    return promised('The doctor finds nothing', false, output.slice(-2_000) || sentenceOf(error))
  }
}

function idsOf(acknowledged: readonly Acknowledged[], kind: string): string[] {
  return acknowledged.filter((one) => one.kind === kind).map((one) => String(one.data['shipment'] ?? one.data['id']))
}

function promised(says: string, held: boolean, found: string): Promised {
  return { says, held, found: held ? '' : found }
}

async function query<R extends object>(url: string, text: string, values: unknown[] = []): Promise<R[]> {
  return withClient(url, async (client) => (await client.query<R>(text, values)).rows)
}
