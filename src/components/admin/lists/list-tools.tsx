import type { ServerProps } from 'payload'
import { businessDay } from '@/kernel/period'
import { workOf } from '@/components/admin/frame/work'
import { ListTabs } from '@/components/admin/lists/list-tabs'
import { ExportButton } from '@/components/admin/lists/export-button'
import { EXPORTED, LIST_ACTIONS, OPERATED } from '@/components/admin/lists/list-actions'
import { PeopleTools } from '@/components/admin/lists/people-tools'
import { NewButtons } from '@/components/admin/lists/new-buttons'

/** Above the table of a list: filters for the daily questions, what can be made here, and the export of what is shown. */
export async function ListTools({ collectionSlug = '' }: ServerProps & { collectionSlug?: string }) {
  const work = await workOf()
  if (!work) return null
  const { organization, reader, can, reads } = work
  const today = businessDay(reader.now, organization.zone)
  const actions = (LIST_ACTIONS[collectionSlug] ?? []).filter(({ needs }) => can(needs))
  const exported = can('export.create') ? EXPORTED[collectionSlug] : undefined
  return (
    <div className="tf-list-tools" {...(OPERATED.has(collectionSlug) ? { 'data-operated': '' } : {})}>
      <ListTabs slug={collectionSlug} today={today} />
      <div className="tf-actions">
        <PeopleTools slug={collectionSlug} work={work} />
        {exported ? <ExportButton collection={exported} /> : null}
        <NewButtons actions={actions.map(({ key }) => key)} facts={{ currency: organization.currency, organization: organization.id, today, locale: reads.locale }} />
      </div>
    </div>
  )
}
