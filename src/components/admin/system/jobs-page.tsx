import type { AdminViewServerProps } from 'payload'
import { AdminPage, PageHead } from '@/components/admin/frame/page'
import { JobsBoard } from '@/components/admin/system/jobs-board'

/** What waits, what failed and what the clock does, for the organizations one oversees. */
export function JobsPage(view: AdminViewServerProps) {
  return (
    <AdminPage view={view} crumbs={[{ label: 'Queues' }]} permission="job.read">
      {({ can, reads }) => (
        <>
          <PageHead title="Queues" sub="Everything that follows an event or the clock: mails, invoices, exports." />
          <JobsBoard mayRetry={can('job.retry')} reads={reads} />
        </>
      )}
    </AdminPage>
  )
}
