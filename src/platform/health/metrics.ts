import type { Payload } from 'payload'
import type { Pool } from 'pg'
import { poolOf } from '@/platform/db/pool'
import { env } from '@/platform/env'
import { machineFacts, type DatabaseFacts, type MachineFacts } from '@/platform/health/machine'
import { carriesToken } from '@/platform/health/token'
import { trafficByRoute, type RouteTraffic } from '@/platform/health/traffic'
import { requestFacts } from '@/platform/http/request-facts'
import { countStranger } from '@/platform/limits/count'
import { hashQueue } from '@/platform/password'
import type { QueueFacts } from '@/platform/queue/inspect'

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
    countStranger(requestFacts(request).ip)
    return new Response('The token is missing or wrong.\n', {
      status: 401,
      headers: { ...headers, 'WWW-Authenticate': 'Bearer' },
    })
  }
  // What cannot be measured is left out; that it is missing is what alarms are made of.
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

interface Sample {
  name: string
  help: string
  values: readonly (readonly [labels: Record<string, string>, value: number | null | undefined])[]
  type?: 'counter'
}

/** The figures in Prometheus' text form. What could not be measured is left out; `thoroughfare_up` is 0 then. */
export function metricsText(
  machine: MachineFacts | null,
  rows: RowFacts | null,
  traffic: readonly RouteTraffic[],
): string {
  const isUp = machine?.database && machine.queues
  const samples = [
    one('up', 'Whether database and queues answered.', isUp ? 1 : 0),
    ...(machine ? machineSamples(machine) : []),
    one('hash_waiting', 'Sign-ins that wait for their turn to hash.', hashQueue().waiting),
    ...(rows ? rowSamples(rows) : []),
    ...trafficSamples(traffic),
  ]
  return `${samples.flatMap(linesOf).join('\n')}\n`
}

function machineSamples({ version, at, database, migrations, pool, queues, disk, backup }: MachineFacts): Sample[] {
  return [
    { name: 'info', help: 'The version that runs.', values: [[{ version }, 1]] },
    ...(database ? databaseSamples(database) : []),
    one('migrations_pending', 'Migrations the database has not had.', migrations?.pending.length),
    one('pool_connections', 'Connections this process has open.', pool.open),
    one('pool_waiting', 'Requests of this process that wait for a connection.', pool.waiting),
    ...(queues ? queueSamples(queues) : []),
    one('disk_used_ratio', 'How full the disk with the data is.', disk && disk.usedPercent / 100),
    one('backup_age_seconds', 'Age of the newest backup.', backup.at && (at.getTime() - backup.at.getTime()) / 1_000),
  ]
}

function databaseSamples({ milliseconds, connections, oldestTransaction }: DatabaseFacts): Sample[] {
  return [
    one('database_seconds', 'How long the database takes for a question without work.', milliseconds / 1_000),
    one('database_connections', 'Open connections to the database.', connections),
    one('transaction_age_seconds', 'Age of the oldest open transaction.', oldestTransaction),
  ]
}

function queueSamples(queues: readonly QueueFacts[]): Sample[] {
  const each = (name: string, help: string, value: (queue: QueueFacts) => number): Sample => ({
    ...{ name, help },
    values: queues.map((queue) => [{ queue: queue.queue }, value(queue)] as const),
  })
  return [
    each('queue_waiting', 'Jobs that are due.', (queue) => queue.waiting),
    each('queue_lag_seconds', 'For how long the oldest job has been due.', (queue) => queue.lagSeconds),
    each('queue_dead', 'Jobs that failed for good.', (queue) => queue.failed),
  ]
}

function rowSamples(rows: RowFacts): Sample[] {
  return [
    one('outbox_waiting', 'Events that wait for the dispatcher.', rows.outboxWaiting),
    one('outbox_age_seconds', 'For how long the oldest event has waited.', rows.outboxAge),
    one('doctor_rows', 'Rows the latest round of the doctor found.', rows.doctorRows),
    one('doctor_age_seconds', 'Time since the latest round of the doctor.', rows.doctorAge),
    one('alarms_ringing', 'Alarms that ring now.', rows.alarms),
  ]
}

function trafficSamples(traffic: readonly RouteTraffic[]): Sample[] {
  const each = (name: string, help: string, value: (route: RouteTraffic) => number, type?: 'counter'): Sample => ({
    ...{ name, help, ...(type ? { type } : {}) },
    values: traffic.map((one) => [{ route: one.route }, value(one)] as const),
  })
  return [
    each('http_request_seconds_p95', '95th percentile of the latest 256 requests of a route.', (route) => route.p95),
    each('http_requests_total', 'Requests of a route.', (route) => route.count, 'counter'),
    each('http_request_seconds_total', 'Time spent on a route.', (route) => route.seconds, 'counter'),
    each('http_faults_total', 'Answers of 500 and above of a route.', (route) => route.faults, 'counter'),
  ]
}

function one(name: string, help: string, value: number | null | undefined): Sample {
  return { name, help, values: [[{}, value]] }
}

function linesOf({ name, help, values, type }: Sample): string[] {
  const known = values.flatMap(([labels, value]) =>
    typeof value === 'number' ? [`thoroughfare_${name}${labelText(labels)} ${value}`] : [],
  )
  if (known.length === 0) return []
  return [`# HELP thoroughfare_${name} ${help}`, `# TYPE thoroughfare_${name} ${type ?? 'gauge'}`, ...known]
}

function labelText(labels: Record<string, string>): string {
  const quoted = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${quoted(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
