import type { ServerProps } from 'payload'
import { batchDefinitions } from '@/domain/batches'
import { importDefinitions } from '@/domain/imports'
import { businessDay } from '@/kernel/period'
import { workOf, type Work } from '@/components/admin/frame/work'
import { branchesOf } from '@/domain/network/queries/branches'
import { FocusChip } from '@/components/admin/nav/focus-chip'
import { ListTabs } from '@/components/admin/lists/list-tabs'
import { BRANCHED, focusCondition } from '@/components/admin/frame/focus'
import { BranchFilter } from '@/components/admin/lists/branch-filter'
import { DeedBar } from '@/components/admin/bulk/deed-bar'
import type { ListFilter } from '@/components/admin/lists/export-filter'
import { ExportButton } from '@/components/admin/lists/export-button'
import { EXPORTED, LIST_ACTIONS, OPERATED } from '@/components/admin/lists/list-actions'
import { PeopleTools } from '@/components/admin/lists/people-tools'
import { NewButtons } from '@/components/admin/lists/new-buttons'

const LIST_OF_IMPORT: Readonly<Record<string, string>> = { dealers: 'dealers', people: 'memberships', products: 'products', prices: 'prices', stock: 'stock-levels' }

/** Above the table of a list: filters for the daily questions, what can be made here, and the export of what is shown. */
export async function ListTools({ collectionSlug = '', searchParams, payload }: ServerProps & { collectionSlug?: string; searchParams?: Record<string, unknown> }) {
  const work = await workOf()
  if (!work) return null
  const { organization, reader, can, reads } = work
  const today = businessDay(reader.now, organization.zone)
  const actions = (LIST_ACTIONS[collectionSlug] ?? []).filter(({ needs }) => can(needs))
  const { exported, deeds } = offersOf(work, collectionSlug)
  const isOperated = OPERATED.has(collectionSlug) && deeds.length === 0 && exported === undefined
  const focus = (await focusCondition(collectionSlug, reader, searchParams ?? null)) as ListFilter['where'] | null
  const branches = await branchesFor(collectionSlug, work)
  return (
    <div className="tf-list-tools" {...(isOperated ? { 'data-operated': '' } : {})}>
      <FocusChip />
      <ListTabs slug={collectionSlug} today={today} />
      <div className="tf-actions">
        <BranchFilter branches={branches} />
        <PeopleTools slug={collectionSlug} work={work} />
        <ManyTools slug={collectionSlug} work={work} focus={focus} searched={searchedIn(payload.config, collectionSlug)} />
        <NewButtons actions={actions.map(({ key }) => key)} facts={{ currency: organization.currency, organization: organization.id, today, locale: reads.locale }} />
      </div>
    </div>
  )
}

async function branchesFor(slug: string, { reader, organization }: Work) {
  return BRANCHED.has(slug) ? branchesOf(reader, organization.id) : []
}

// Where Payload looks for the words of a list's search.
function searchedIn({ collections }: ServerProps['payload']['config'], slug: string): readonly string[] {
  const { listSearchableFields, useAsTitle = 'id' } = collections.find((one) => one.slug === slug)?.admin ?? {}
  return listSearchableFields ?? [useAsTitle]
}

function ManyTools({ slug, work, focus, searched }: { slug: string; work: Work; focus: ListFilter['where'] | null; searched: readonly string[] }) {
  const { exported, importable, deeds } = offersOf(work, slug)
  return (
    <>
      {deeds.length > 0 ? <DeedBar collection={slug} deeds={deeds} focus={inTree(work, focus)} searched={searched} /> : null}
      {exported ? <ExportButton collection={exported} focus={focus} /> : null}
      {importable ? <a className="tf-button" href={`/admin/imports?kind=${importable}`}>Import</a> : null}
    </>
  )
}

// Who works for several headquarters sees the rows of one of them.
function inTree({ organization, organizations }: Work, focus: ListFilter['where'] | null): ListFilter['where'] | null {
  if (organizations.length < 2) return focus
  const tree = { tree: { equals: organization.tree } }
  return focus ? { and: [tree, focus] } : tree
}

// What stands beside the list's own actions: a file of it, a file into it, deeds for chosen rows.
function offersOf({ can }: Work, slug: string) {
  const exported = can('export.create') ? EXPORTED[slug] : undefined
  const definition = importDefinitions.find(({ kind }) => LIST_OF_IMPORT[kind] === slug)
  const importable = definition && ['import.run', ...definition.needs].every(can) ? definition.kind : null
  const deeds = batchDefinitions
    .filter((one) => one.collection === slug && can(one.needs))
    .map(({ verb, label, asks, isDangerous = false }) => ({ verb, label, asks, isDangerous }))
  return { exported, importable, deeds }
}
