import type { Payload } from 'payload'
import type { Pool } from 'pg'
import { poolOf } from '@/platform/db/pool'
import { env } from '@/platform/env'
import { machineFacts, type MachineFacts } from '@/platform/health/machine'
import { carriesToken } from '@/platform/health/token'
import { trafficByRoute, type RouteTraffic } from '@/platform/health/traffic'
import { hashQueue } from '@/platform/password'

/** Figures of rows of all trees: the operator's, who holds the token, never a tenant's. */
interface RowFacts {
  outboxWaiting: number
  outboxAge: number
  doctorRows: number | null
  doctorAge: number | null
  alarms: number
}

const TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** Answers `/metrics`: 404 where no token is set, 401 without it, else Prometheus' text form. */
export async function metricsFor(request: Request, boot: () => Promise<Payload>): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store', 'Content-Type': TYPE }
  if (!env.METRICS_TOKEN) return new Response('There are no metrics here.\n', { status: 404, headers })
  if (!carriesToken(request.headers, env.METRICS_TOKEN)) {
    return new Response('The token is missing or wrong.\n', {
      status: 401,
      headers: { ...headers, 'WWW-Authenticate': 'Bearer' },
    })
  }
  const payload = await boot().catch(() => null)
  const machine = payload ? await machineFacts(payload) : null
  const rows = payload ? await rowFacts(poolOf(payload)).catch(() => null) : null
  return new Response(metricsText(machine, rows, trafficByRoute()), { headers })
}

const ROWS = `select
  (select count(*)::int from outbox_events where dispatched_at is null) as "outboxWaiting",
  coalesce((select extract(epoch from now() - min(created_at))::float8 from outbox_events where dispatched_at is null), 0) as "outboxAge",
  (select coalesce((select sum(jsonb_array_length(f->'offenders')) from jsonb_array_elements(r.findings) f), 0)::int from doctor_runs r order by at desc limit 1) as "doctorRows",
  (select extract(epoch from now() - max(at))::float8 from doctor_runs) as "doctorAge",
  (select count(*)::int from health_alarms where closed_at is null) as alarms`

async function rowFacts(pool: Pool): Promise<RowFacts | null> {
  const { rows } = await pool.query<RowFacts>(ROWS)
  return rows[0] ?? null
}

/** The figures in Prometheus' text form. What could not be measured is left out; `thoroughfare_up` is 0 then. */
export function metricsText(
  machine: MachineFacts | null,
  rows: RowFacts | null,
  traffic: readonly RouteTraffic[],
): string {
  const lines: string[] = []
  const gauge = (
    name: string,
    help: string,
    values: readonly (readonly [labels: Record<string, string>, value: number | null | undefined])[],
    type = 'gauge',
  ) => {
    const known = values.filter(
      (entry): entry is readonly [Record<string, string>, number] => typeof entry[1] === 'number',
    )
    if (known.length === 0) return
    lines.push(`# HELP thoroughfare_${name} ${help}`, `# TYPE thoroughfare_${name} ${type}`)
    for (const [labels, value] of known) lines.push(`thoroughfare_${name}${labelText(labels)} ${value}`)
  }
  const one = (name: string, help: string, value: number | null | undefined) => gauge(name, help, [[{}, value]])
  const perQueue = (value: (queue: NonNullable<MachineFacts['queues']>[number]) => number) =>
    (machine?.queues ?? []).map((queue) => [{ queue: queue.queue }, value(queue)] as const)
  one('up', 'Whether database and queues answered.', machine?.database && machine.queues ? 1 : 0)
  if (machine) gauge('info', 'The version that runs.', [[{ version: machine.version }, 1]])
  one(
    'database_seconds',
    'How long the database takes for a question without work.',
    machine?.database ? machine.database.milliseconds / 1_000 : null,
  )
  one('database_connections', 'Open connections to the database.', machine?.database?.connections)
  one('transaction_age_seconds', 'Age of the oldest open transaction.', machine?.database?.oldestTransaction)
  one('migrations_pending', 'Migrations the database has not had.', machine?.migrations?.pending.length)
  one('pool_connections', 'Connections this process has open.', machine?.pool.open)
  one('pool_waiting', 'Requests of this process that wait for a connection.', machine?.pool.waiting)
  one('hash_waiting', 'Sign-ins that wait for their turn to hash.', hashQueue().waiting)
  gauge(
    'queue_waiting',
    'Jobs that are due.',
    perQueue((queue) => queue.waiting),
  )
  gauge(
    'queue_lag_seconds',
    'For how long the oldest job has been due.',
    perQueue((queue) => queue.lagSeconds),
  )
  gauge(
    'queue_dead',
    'Jobs that failed for good.',
    perQueue((queue) => queue.failed),
  )
  one('outbox_waiting', 'Events that wait for the dispatcher.', rows?.outboxWaiting)
  one('outbox_age_seconds', 'For how long the oldest event has waited.', rows?.outboxAge)
  one('doctor_rows', 'Rows the latest round of the doctor found.', rows?.doctorRows)
  one('doctor_age_seconds', 'Time since the latest round of the doctor.', rows?.doctorAge)
  one('alarms_ringing', 'Alarms that ring now.', rows?.alarms)
  one('disk_used_ratio', 'How full the disk with the data is.', machine?.disk ? machine.disk.usedPercent / 100 : null)
  one(
    'backup_age_seconds',
    'Age of the newest backup.',
    machine?.backup.at ? (machine.at.getTime() - machine.backup.at.getTime()) / 1_000 : null,
  )
  gauge(
    'http_request_seconds_p95',
    '95th percentile of the latest 256 requests of a route.',
    traffic.map(({ route, p95 }) => [{ route }, p95]),
  )
  gauge(
    'http_requests_total',
    'Requests of a route.',
    traffic.map(({ route, count }) => [{ route }, count]),
    'counter',
  )
  gauge(
    'http_request_seconds_total',
    'Time spent on a route.',
    traffic.map(({ route, seconds }) => [{ route }, seconds]),
    'counter',
  )
  gauge(
    'http_faults_total',
    'Answers of 500 and above of a route.',
    traffic.map(({ route, faults }) => [{ route }, faults]),
    'counter',
  )
  return `${lines.join('\n')}\n`
}

function labelText(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`,
  )
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
