import { alarmsOfTree, doctorRuns, headquarters, readingsOf, recordDoctor, treeFacts, worst } from '@/domain/health'
import { machines } from '@/domain/machines'
import { NoQuery } from '@/endpoints/params'
import { refuse } from '@/kernel/errors'
import { installationPrincipal, principalOf } from '@/platform/access/principal'
import { askAndKeep } from '@/platform/doctor/rounds'
import { machineFacts } from '@/platform/health/machine'
import { succeeded } from '@/platform/http/envelope'
import { requestFacts } from '@/platform/http/request-facts'
import { queryRoute, rawRoute, type Route } from '@/platform/http/route'
import { perform } from '@/platform/perform'
import { perProcess } from '@/platform/per-process'
import { failedEvents } from '@/platform/queue/inspect'
import { readerFor } from '@/platform/reader'

const tag = 'health'

/** How the installation does, as far as the rows of one's own tree are concerned. */
export const healthRoutes: Route[] = [
  queryRoute({
    ...{ method: 'GET', path: '/health', tag, permission: 'health.read', query: NoQuery },
    summary: 'Readings of the installation: state, meaning, what to do',
    answer: async ({ reader, req }) => {
      const readings = readingsOf(await machineFacts(req.payload), await treeFacts(reader, await failedEvents()))
      return { state: worst(readings), readings, alarms: await alarmsOfTree(reader) }
    },
  }),
  queryRoute({
    ...{ method: 'GET', path: '/health/doctor', tag, permission: 'health.read', query: NoQuery },
    summary: 'The latest rounds of the doctor and what they found',
    answer: ({ reader }) => doctorRuns(reader, 30),
  }),
  rawRoute({
    ...{ method: 'POST', path: '/health/doctor', tag, isPublic: false },
    summary: 'Ask the doctor now',
    respond: async (req) => {
      const facts = requestFacts(req)
      const principal = principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
      const reader = readerFor(req.payload, principal)
      if (reader.reach('organizations', 'doctor.run').trees.length === 0 || headquarters(reader).length === 0)
        refuse('PERMISSION_REFUSED', { permission: 'doctor.run' })
      await oneRound(() =>
        askAndKeep(req.payload, machines, (found) =>
          perform(recordDoctor, found, { payload: req.payload, facts, principal: installationPrincipal() }),
        ),
      )
      const [run] = await doctorRuns(reader, 1)
      return succeeded(run, facts.requestId)
    },
  }),
]

const round = perProcess('doctor-round', (): { under: Promise<void> | null } => ({ under: null }))

// The questions read whole tables: whoever asks while they are being asked waits for the same answers.
async function oneRound(ask: () => Promise<void>): Promise<void> {
  round.under ??= ask().finally(() => (round.under = null))
  await round.under
}
