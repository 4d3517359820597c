import { History } from 'lucide-react'
import type { Metadata } from 'next'
import { one, type PageProps } from '../_portal/address'
import { NoAccess } from '../_portal/no-access'
import { dealerPortal } from '../_portal/portal'
import { askedOf, OUTCOME_TONES, OUTCOME_WORDS, wishOf, withParts } from '@/components/audit/wish'
import { ActivityFilters } from '@/components/portal/activity/activity-filters'
import { EntryDialog } from '@/components/portal/activity/entry-dialog'
import { ExportActivity } from '@/components/portal/activity/export-activity'
import { ListFrame } from '@/components/portal/parts/list-frame'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { DateText } from '@/components/ui/money'
import { PageHeader } from '@/components/ui/page-header'
import { Table } from '@/components/ui/table'
import { listAudit, type AuditView } from '@/domain/core'

export const metadata: Metadata = { title: 'Activity' }

const ON_PAGE = 25

/** Who did what in one's own organization. */
export default async function Page({ params, searchParams }: PageProps) {
  const [portal, search] = await Promise.all([params.then(({ org }) => dealerPortal(org)), searchParams])
  const { reader, organization, base, locale, zone, can } = portal
  if (!can('audit.read')) return <NoAccess portal={portal} needs="audit.read" />
  const path = `${base}/activity`
  const asked = { ...askedOf(search), organization: undefined }
  const after = one(search, 'after')
  const found = await listAudit(reader, { ...wishOf(asked, after, ON_PAGE), organization: organization.id })
  const isNarrow = Object.values(asked).some((value) => value !== undefined)
  return (
    <>
      <PageHeader
        title="Activity"
        description={`Who did what in ${organization.name}. Nothing here can be changed or removed.`}
        actions={can('audit.export') && can('export.create') ? <ExportActivity organization={organization.slug} of={organization.id} from={asked.from} to={asked.to} /> : null}
      />
      <ActivityFilters asked={asked} path={path} />
      <ListFrame
        isEmpty={found.rows.length === 0}
        pages={{ previousHref: after ? withParts(path, asked, {}) : null, nextHref: found.nextCursor ? withParts(path, asked, { after: found.nextCursor }) : null }}
        empty={
          <EmptyState icon={History} title={isNarrow ? 'Nothing matches' : 'Nothing happened yet'} action={isNarrow ? <ButtonLink href={path}>Show everything</ButtonLink> : null}>
            {isNarrow ? 'Try other words or another time.' : 'What your people do appears here.'}
          </EmptyState>
        }
      >
        <Table
          caption="Activity"
          rows={found.rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'what', header: 'What', lead: true, cell: (row) => <EntryDialog entry={row} links={linksOf(row)} locale={locale} zone={zone} /> },
            { key: 'who', header: 'Who', cell: (row) => row.actor },
            { key: 'result', header: 'Result', cell: (row) => <Badge tone={OUTCOME_TONES[row.outcome]}>{OUTCOME_WORDS[row.outcome]}</Badge> },
            { key: 'when', header: 'When', align: 'number', cell: (row) => <DateText at={row.at} style="datetime" locale={locale} zone={zone} /> },
          ]}
        />
      </ListFrame>
    </>
  )

  function linksOf({ actorId, subject, subjectType }: AuditView) {
    return [
      ...(actorId && asked.actor !== actorId ? [{ label: 'All by this person', href: withParts(path, asked, { actor: actorId }) }] : []),
      ...(subject && asked.subject !== subject ? [{ label: 'All about this record', href: withParts(path, asked, { type: subjectType, subject }) }] : []),
    ]
  }
}
