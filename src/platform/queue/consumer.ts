import type { Payload } from 'payload'
import { loadOrganization } from '@/platform/access/load-principal'
import { systemPrincipal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { perform, type Caller } from '@/platform/perform'
import type { Consumer, Effect, HappenedEvent, JobTable } from '@/platform/queue/jobs'
import { readEvent, type WaitingJob } from '@/platform/queue/outbox'

/**
 * Does one job of one event. A consumer's operation and the note that it had this event are one transaction, so its
 * effect happens once however often the job is delivered. Throws when it failed and shall be tried again.
 */
export async function consume(payload: Payload, table: JobTable, waiting: WaitingJob): Promise<void> {
  const event = await readEvent(poolOf(payload), waiting.event)
  if (!event) throw new Error(`Event ${waiting.event} is not in the outbox.`)
  const job = table.byEvent.get(event.name)?.find((one) => one.name === waiting.name)
  if (!job) throw new Error(`Nothing called ${waiting.name} follows ${event.name} in this version.`)
  if (job.kind === 'effect') await job.run(payload, event)
  else await performFor(payload, job, event)
}

/** Does what a schedule is for; `now` is injected by tests. */
export async function runSchedule(payload: Payload, table: JobTable, name: string, now?: Date): Promise<void> {
  const schedule = table.schedules.get(name)
  if (!schedule) throw new Error(`No schedule is called ${name} in this version.`)
  await schedule.run(payload, now)
}

/** The jobs of an event, each of which is done on its own. */
export function jobsOf(table: JobTable, event: { id: string; name: string }): readonly (Consumer | Effect)[] {
  return table.byEvent.get(event.name) ?? []
}

async function performFor(payload: Payload, job: Consumer, event: HappenedEvent): Promise<void> {
  const organization = await loadOrganization(poolOf(payload), event.organization)
  if (!organization) throw new Error(`The organization of event ${event.id} does not exist.`)
  await perform(job.operation, job.input(event), {
    ...callerOf(payload, event.id),
    principal: systemPrincipal(organization),
    consume: { consumer: job.name, event: event.id },
  })
}

function callerOf(payload: Payload, requestId: string): Omit<Caller, 'principal'> {
  return { payload, facts: { requestId: requestId.slice(0, 64), ip: null, agent: null } }
}
