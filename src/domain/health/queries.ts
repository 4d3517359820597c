import { reachedEvents } from '@/domain/core'
import { outboxMinutes, backupHours, diskPercent } from '@/domain/health/settings'
import type { Thresholds, TreeFacts } from '@/domain/health/reading'
import { nearestSetting, type Setting } from '@/kernel/setting'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** One run of the doctor as a tree sees it: rows of other trees are left out, and so are findings about them alone. */
export interface DoctorRun {
  id: string
  at: Date
  asked: number
  tookMs: number
  findings: readonly { id: string; says: string; offenders: readonly Record<string, unknown>[] }[]
}

interface StoredRun extends Omit<DoctorRun, 'findings'> {
  findings: { id: string; says: string; offenders: { tree: string | null; row: Record<string, unknown> }[] }[]
}

/** The trees whose health a person may see: those of the headquarters where `health.read` counts for the whole tree. */
export function headquarters(reader: Reader): string[] {
  const { trees, owners } = reader.reach('organizations', 'health.read')
  const tops = new Set(
    reader.principal.memberships.flatMap(({ organization: { id, tree } }) => (id === tree ? [id] : [])),
  )
  return [...new Set([...trees, ...owners])].filter((tree) => tops.has(tree))
}

/**
 * The figures of rows: only of the organizations that `health.read` reaches. `failed` are the events of the failed jobs
 * of all trees, one per job.
 */
export async function treeFacts(reader: Reader, failed: readonly string[]): Promise<TreeFacts> {
  const [outbox, mails, runs, thresholds, reached] = await Promise.all([
    outboxOf(reader),
    mailsOf(reader),
    doctorRuns(reader, 1),
    thresholdsOf(reader),
    reachedEvents(reader, 'job.read', failed),
  ])
  const own = new Set(reached.map(({ id }) => id))
  const failedJobs = failed.filter((event) => own.has(event)).length
  return { outbox, mails, failedJobs, doctor: runs[0] ?? null, thresholds }
}

/** The latest runs of the doctor, newest first. */
export async function doctorRuns(reader: Reader, most: number): Promise<DoctorRun[]> {
  const trees = new Set(headquarters(reader))
  if (trees.size === 0) return []
  const rows = await reader.rows<StoredRun>(
    `select id, at, asked, took_ms as "tookMs", findings from doctor_runs order by at desc limit $1::int`,
    [most],
  )
  return rows.map((run) => ({ ...run, findings: run.findings.flatMap((finding) => seenBy(trees, finding)) }))
}

/** Alarms of the reached trees, the ringing ones first. */
export async function alarmsOfTree(reader: Reader, most = 20) {
  return reader.rows<{ id: string; key: string; says: string; openedAt: Date; closedAt: Date | null }>(
    `select id, key, says, opened_at as "openedAt", closed_at as "closedAt" from health_alarms
     where tree_id = any($1::uuid[]) order by closed_at is not null, opened_at desc limit $2::int`,
    [headquarters(reader), most],
  )
}

function seenBy(trees: ReadonlySet<string>, { id, says, offenders }: StoredRun['findings'][number]) {
  const own = offenders.filter(({ tree }) => tree !== null && trees.has(tree))
  const isForAll = offenders.some(({ tree }) => tree === null)
  // A row without a tree may name something of another one; that it exists is said, the row is not shown.
  return own.length > 0 || isForAll ? [{ id, says, offenders: own.map(({ row }) => row) }] : []
}

async function outboxOf(reader: Reader): Promise<TreeFacts['outbox']> {
  const to = bindings()
  const [row] = await reader.rows<{ waiting: number; since: Date | null }>(
    `select count(*)::int as waiting, min(e.created_at) as since from outbox_events e join organizations o on o.id = e.organization_id
     where e.dispatched_at is null and ${sqlOf(reader.reach('organizations', 'health.read'), 'o', to)}`,
    to.values,
  )
  return row ?? { waiting: 0, since: null }
}

async function mailsOf(reader: Reader): Promise<TreeFacts['mails']> {
  const to = bindings()
  const [row] = await reader.rows<TreeFacts['mails']>(
    `select count(*) filter (where d.state = 'pending')::int as pending, count(*) filter (where d.state = 'failed' and d.created_at > now() - interval '7 days')::int as failed,
       count(*) filter (where d.state = 'sent' and d.created_at > now() - interval '1 day')::int as sent
     from notification_deliveries d join organizations o on o.id = d.organization_id
     where d.created_at > now() - interval '7 days' and ${sqlOf(reader.reach('organizations', 'health.read'), 'o', to)}`,
    to.values,
  )
  return row ?? { pending: 0, failed: 0, sent: 0 }
}

async function thresholdsOf(reader: Reader): Promise<Thresholds> {
  const stored = await reader.rows<{ key: string; value: unknown }>(
    `select key, value from settings where organization_id = any($1::uuid[]) and branch_id is null and key like 'health.%'`,
    [headquarters(reader)],
  )
  const valueOf = <S extends Setting>(setting: S) =>
    nearestSetting(
      setting,
      stored.filter(({ key }) => key === setting.key).map(({ value }) => value),
    ) as number
  return { outboxMinutes: valueOf(outboxMinutes), diskPercent: valueOf(diskPercent), backupHours: valueOf(backupHours) }
}
