import type { Payload } from 'payload'
import { alarmsOf, readingsOf, recordDoctor, ringAlarms, treeFacts } from '@/domain/health'
import { machines } from '@/domain/machines'
import { loadOrganization } from '@/platform/access/load-principal'
import { installationPrincipal, systemPrincipal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { askAndKeep } from '@/platform/doctor/rounds'
import { machineFacts } from '@/platform/health/machine'
import { perform } from '@/platform/perform'
import { byClock, type Job } from '@/platform/queue/jobs'
import { failedEvents } from '@/platform/queue/inspect'
import { readerFor } from '@/platform/reader'

/** The doctor's nightly round, and the look at everything that may need somebody, once a minute. */
export const healthJobs: readonly Job[] = [
  byClock('doctor', { nightly: '02:15' }, 'Ask the doctor about every invariant', (payload) =>
    askAndKeep(payload, machines, (found) => performAsSystem(payload, 'doctor', recordDoctor, found)),
  ),
  byClock('health-watch', { seconds: () => 60 }, 'Look whether something needs somebody', watch),
]

async function watch(payload: Payload): Promise<void> {
  const machine = await machineFacts(payload)
  const failed = await failedEvents()
  const { rows: trees } = await poolOf(payload).query<{ id: string }>(
    `select id from organizations where parent_id is null and kind = 'hq' and status = 'active' order by id`,
  )
  for (const { id } of trees) await watchTree(payload, id, machine, failed)
}

async function watchTree(
  payload: Payload,
  tree: string,
  machine: Awaited<ReturnType<typeof machineFacts>>,
  failed: readonly string[],
): Promise<void> {
  const organization = await loadOrganization(poolOf(payload), tree)
  if (!organization) return
  const reader = readerFor(payload, systemPrincipal(organization))
  const facts = await treeFacts(reader, failed)
  await performAsSystem(payload, 'health-watch', ringAlarms, { tree, alarms: alarmsOf(readingsOf(machine, facts)) })
}

function performAsSystem(
  payload: Payload,
  name: string,
  operation: Parameters<typeof perform>[0],
  input: unknown,
): Promise<unknown> {
  const facts = { requestId: `clock ${name}`, ip: null, agent: null }
  return perform(operation, input, { payload, facts, principal: installationPrincipal() })
}
