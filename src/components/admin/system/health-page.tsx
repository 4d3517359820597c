import type { AdminViewServerProps } from 'payload'
import { formatDate } from '@/components/ui/format'
import { Badge } from '@/components/admin/frame/badge'
import { Card, Empty } from '@/components/admin/frame/card'
import { AdminPage, PageHead } from '@/components/admin/frame/page'
import type { Work } from '@/components/admin/frame/work'
import { ReloadEvery } from '@/components/admin/system/reload-every'
import { alarmsOfTree, readingsOf, treeFacts, worst, type Reading, type State } from '@/domain/health'
import { machineFacts } from '@/platform/health/machine'
import { failedEvents } from '@/platform/queue/inspect'

const SHOWN = {
  ok: { tone: 'success', label: 'Fine' },
  warn: { tone: 'warning', label: 'Look' },
  bad: { tone: 'danger', label: 'Bad' },
} as const
const OVERALL: Record<State, string> = { ok: 'All is well', warn: 'Worth a look', bad: 'Something needs you' }
const LOOK_SECONDS = 30

/** Everything the installation stands on: each with its state, what that means and what to do. */
export function HealthPage(view: AdminViewServerProps) {
  return (
    <AdminPage view={view} crumbs={[{ label: 'Health' }]} permission="health.read">
      {async (work) => {
        const machine = await machineFacts(view.initPageResult.req.payload)
        const [facts, alarms] = await Promise.all([
          failedEvents().then((failed) => treeFacts(work.reader, failed)),
          alarmsOfTree(work.reader, 10),
        ])
        const readings = readingsOf(machine, facts)
        const state = worst(readings)
        return (
          <>
            <PageHead
              title="Health"
              badge={<Badge tone={SHOWN[state].tone} label={OVERALL[state]} />}
              sub={`Looked at ${formatDate(machine.at, 'time', work.reads)}; events, mails, jobs and the doctor are those of ${work.organization.name} and its network.`}
            />
            <ReloadEvery seconds={LOOK_SECONDS} />
            <Readings readings={readings} />
            <Alarms alarms={alarms} reads={work.reads} />
          </>
        )
      }}
    </AdminPage>
  )
}

const PAGES: Readonly<Record<string, string>> = {
  doctor: '/admin/doctor',
  jobs: '/admin/jobs',
  queues: '/admin/jobs',
  outbox: '/admin/jobs',
}

function Readings({ readings }: { readings: readonly Reading[] }) {
  return (
    <Card title="Readings" flush>
      <div className="tf-scroll">
        <table className="tf-table" data-narrow="cards">
          <thead>
            <tr>
              <th>What</th>
              <th>State</th>
              <th>Now</th>
              <th>What it means, what to do</th>
            </tr>
          </thead>
          <tbody>
            {readings.map(({ key, label, state, value, means, todo }) => (
              <tr key={key}>
                <td>
                  {PAGES[key] ? (
                    <a className="tf-link" href={PAGES[key]}>
                      {label}
                    </a>
                  ) : (
                    label
                  )}
                </td>
                <td data-label="State">
                  <Badge tone={SHOWN[state].tone} label={SHOWN[state].label} />
                </td>
                <td data-label="Now">{value}</td>
                <td className="tf-prose">
                  {means}
                  {todo ? <strong> {todo}</strong> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

type Alarm = Awaited<ReturnType<typeof alarmsOfTree>>[number]

function Alarms({ alarms, reads }: { alarms: readonly Alarm[]; reads: Work['reads'] }) {
  return (
    <Card title="Alarms" note="whoever may see this page was told when they began" flush>
      {alarms.length === 0 ? (
        <Empty title="No alarm yet">
          When events wait too long, a job fails for good, the disk fills or the doctor finds something, it appears here
          and by mail.
        </Empty>
      ) : null}
      <ul className="tf-rows">
        {alarms.map(({ id, says, openedAt, closedAt }) => (
          <li key={id}>
            <Badge tone={closedAt ? 'neutral' : 'danger'} label={closedAt ? 'Over' : 'Rings'} />
            <span>{says}</span>
            <span className="tf-muted">
              {formatDate(openedAt, 'datetime', reads)}
              {closedAt ? ` to ${formatDate(closedAt, 'datetime', reads)}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
