import type { AdminViewServerProps } from 'payload'
import { formatDate } from '@/components/ui/format'
import { Badge } from '@/components/admin/frame/badge'
import { Card, Empty } from '@/components/admin/frame/card'
import { AdminPage, PageHead } from '@/components/admin/frame/page'
import type { Work } from '@/components/admin/frame/work'
import { AskDoctor } from '@/components/admin/system/ask-doctor'
import { doctorRuns, type DoctorRun } from '@/domain/health'

const SHOWN = 14

/** Every invariant of the data, asked each night: what was found, and the rows it was found in. */
export function DoctorPage(view: AdminViewServerProps) {
  return (
    <AdminPage
      view={view}
      crumbs={[{ label: 'Health', url: '/admin/health' }, { label: 'Doctor' }]}
      permission="health.read"
    >
      {async ({ reader, can, reads }) => {
        const runs = await doctorRuns(reader, SHOWN)
        const [latest] = runs
        return (
          <>
            <PageHead
              title="Doctor"
              badge={latest ? <Verdict run={latest} /> : null}
              sub="It asks the database hundreds of questions whose answer must be empty: every sum, every pointer, every seal."
            >
              {can('doctor.run') ? <AskDoctor /> : null}
            </PageHead>
            {latest ? <Latest run={latest} reads={reads} /> : <NeverAsked />}
            {runs.length > 1 ? <Earlier runs={runs.slice(1)} reads={reads} /> : null}
          </>
        )
      }}
    </AdminPage>
  )
}

function Verdict({ run: { findings } }: { run: DoctorRun }) {
  return findings.length === 0 ? (
    <Badge tone="success" label="Healthy" />
  ) : (
    <Badge tone="danger" label={`${findings.length} found something`} />
  )
}

function NeverAsked() {
  return (
    <Card title="Latest round" flush>
      <Empty title="It was not asked yet">It comes every night; it can also be asked now.</Empty>
    </Card>
  )
}

function Latest({ run: { at, asked, tookMs, findings }, reads }: { run: DoctorRun; reads: Work['reads'] }) {
  return (
    <Card
      title="Latest round"
      note={`${formatDate(at, 'datetime', reads)}, ${asked} questions in ${Math.max(1, Math.round(tookMs / 1_000))} s`}
      flush
    >
      {findings.length === 0 ? <Empty title="Nothing was found">Every figure fits every other one.</Empty> : null}
      <ul className="tf-rows">
        {findings.map(({ id, says, offenders }, index) => (
          <li key={`${id} ${index}`} className="tf-finding">
            <Badge tone="danger" label={id} />
            <div>
              <strong>Does not hold: {says}</strong>
              {offenders.length === 0 ? (
                <p className="tf-muted">
                  It concerns the whole installation; `npm run doctor` names the rows to its operator.
                </p>
              ) : (
                <Rows rows={offenders} />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Rows({ rows }: { rows: readonly Record<string, unknown>[] }) {
  const columns = Object.keys(rows[0] ?? {})
  return (
    <div className="tf-scroll">
      <table className="tf-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{column.replaceAll('_', ' ')}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column}>{textOf(row[column])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Earlier({ runs, reads }: { runs: readonly DoctorRun[]; reads: Work['reads'] }) {
  return (
    <Card title="Earlier rounds" flush>
      <ul className="tf-rows">
        {runs.map((run) => (
          <li key={run.id}>
            <Verdict run={run} />
            <span>{run.asked} questions</span>
            <span className="tf-muted">{formatDate(run.at, 'datetime', reads)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '–'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
