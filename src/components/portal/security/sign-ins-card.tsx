import { machineOf, originOf, outcomeOf } from '@/components/security/words'
import { Badge, StatusBadge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DateText } from '@/components/ui/money'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import type { SignInView } from '@/domain/identity'

export interface SignInsCardProps {
  signIns: readonly SignInView[]
  pages: { previousHref: string | null; nextHref: string | null }
  locale: string
  zone: string
}

/** Who tried to sign in as this person, and how it ended. */
export function SignInsCard({ signIns, pages, locale, zone }: SignInsCardProps) {
  const columns: Column<SignInView>[] = [
    { key: 'at', header: 'When', lead: true, cell: (row) => <DateText at={row.at} style="datetime" locale={locale} zone={zone} /> },
    { key: 'outcome', header: 'Result', cell: (row) => <StatusBadge {...outcomeOf(row.outcome)} /> },
    {
      key: 'machine',
      header: 'Browser',
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {machineOf(row)} {row.isNewDevice ? <Badge tone="info">New</Badge> : null}
        </span>
      ),
    },
    { key: 'from', header: 'From', cell: (row) => <span className="[overflow-wrap:anywhere]">{originOf(row)}</span> },
  ]
  const hasPages = pages.previousHref !== null || pages.nextHref !== null
  return (
    <Card title="Sign-ins" description="Those that failed too. Kept for a year." flush footer={hasPages ? <Pagination {...pages} /> : null}>
      {signIns.length === 0 ? <p className="card-body text-muted">Nobody tried to sign in yet.</p> : <Table caption="Sign-ins" columns={columns} rows={signIns} rowKey={(row) => row.id} />}
    </Card>
  )
}
