import type { ServerProps } from 'payload'
import { batchDefinitions } from '@/domain/batches'
import { importDefinitions } from '@/domain/imports'
import { businessDay } from '@/kernel/period'
import { workOf } from '@/components/admin/frame/work'
import { FocusChip } from '@/components/admin/nav/focus-chip'
import { ListTabs } from '@/components/admin/lists/list-tabs'
import { focusCondition } from '@/components/admin/frame/focus'
import { DeedBar } from '@/components/admin/bulk/deed-bar'
import { ExportButton } from '@/components/admin/lists/export-button'
import { EXPORTED, LIST_ACTIONS, OPERATED } from '@/components/admin/lists/list-actions'
import { PeopleTools } from '@/components/admin/lists/people-tools'
import { NewButtons } from '@/components/admin/lists/new-buttons'

const LIST_OF_IMPORT: Readonly<Record<string, string>> = { dealers: 'dealers', people: 'memberships', products: 'products', prices: 'prices', stock: 'stock-levels' }

/** Above the table of a list: filters for the daily questions, what can be made here, and the export of what is shown. */
export async function ListTools({ collectionSlug = '', searchParams }: ServerProps & { collectionSlug?: string; searchParams?: Record<string, unknown> }) {
  const work = await workOf()
  if (!work) return null
  const { organization, reader, can, reads } = work
  const today = businessDay(reader.now, organization.zone)
  const actions = (LIST_ACTIONS[collectionSlug] ?? []).filter(({ needs }) => can(needs))
  const exported = can('export.create') ? EXPORTED[collectionSlug] : undefined
  const importable = can('import.run') ? importDefinitions.find(({ kind, needs }) => LIST_OF_IMPORT[kind] === collectionSlug && needs.every(can)) : undefined
  const deeds = batchDefinitions.filter((one) => one.collection === collectionSlug && can(one.needs))
  const canChoose = deeds.length > 0 || exported !== undefined
  return (
    <div className="tf-list-tools" {...(OPERATED.has(collectionSlug) && !canChoose ? { 'data-operated': '' } : {})} {...(canChoose ? { 'data-deeds': '' } : {})}>
      <FocusChip />
      <ListTabs slug={collectionSlug} today={today} />
      <div className="tf-actions">
        <PeopleTools slug={collectionSlug} work={work} />
        {deeds.length > 0 ? <DeedBar collection={collectionSlug} deeds={deeds.map(({ verb, label, asks, isDangerous = false }) => ({ verb, label, asks, isDangerous }))} /> : null}
        {exported ? <ExportButton collection={exported} focus={(await focusCondition(collectionSlug, reader, searchParams ?? null)) as Record<string, string> | null} /> : null}
        {importable ? <a className="tf-button" href={`/admin/imports?kind=${importable.kind}`}>Import</a> : null}
        <NewButtons actions={actions.map(({ key }) => key)} facts={{ currency: organization.currency, organization: organization.id, today, locale: reads.locale }} />
      </div>
    </div>
  )
}
