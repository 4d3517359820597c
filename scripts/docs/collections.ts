import type { Field } from 'payload'
import { collections } from '@/collections'
import { classOf } from '@/platform/payload/data-class'
import { metaOf, type CollectionMeta } from '@/platform/payload/meta'
import { heading, table } from './markdown'

interface Entry {
  meta: CollectionMeta
  fields: Field[]
}

/** One page of diagrams per module and one table of all collections. */
export async function collectionPages(): Promise<Record<string, string>> {
  const entries = collections.flatMap((collection): Entry[] => {
    const meta = metaOf(collection)
    return meta ? [{ meta, fields: collection.fields }] : []
  })
  const modules = [...new Set(entries.map(({ meta }) => meta.module))]
  const pages = modules.map((module) => [`erd-${module}.md`, diagram(module, entries.filter(({ meta }) => meta.module === module))])
  return Promise.resolve({ ...Object.fromEntries(pages), 'collections.md': overview(entries), 'data-classes.md': classes(entries) })
}

function overview(entries: readonly Entry[]): string {
  const rows = entries.map(({ meta }) => [`\`${meta.slug}\``, meta.module, meta.tenancy, meta.writes, meta.ledger ? 'ledger' : '', meta.read ? `\`${meta.read}\`` : '', meta.write ? `\`${meta.write}\`` : ''])
  return heading('Collections', 'Whose rows they are, who writes them, and the permission each needs.') + table(['collection', 'module', 'tenancy', 'written by', '', 'read', 'write'], rows)
}

/** How sensitive each field is; what is internal and tells nothing of a person is left out. */
function classes(entries: readonly Entry[]): string {
  const rows = entries.flatMap(({ meta, fields }) =>
    fields.flatMap((field) => {
      const said = 'name' in field ? classOf(field) : null
      if (!said || !('name' in field) || (said.class === 'internal' && said.pii === null)) return []
      return [[`\`${meta.slug}\``, `\`${field.name}\``, said.class, said.pii ?? '']]
    }),
  )
  const text = 'Every field has a class; those not listed are internal. Personal values are sealed in the audit log, restricted ones are masked in exports, and neither is written to logs.'
  return heading('Data classes', text) + table(['collection', 'field', 'class', 'personal'], rows)
}

function diagram(module: string, entries: readonly Entry[]): string {
  const tables = entries.map(({ meta, fields }) => `  ${name(meta.slug)} {\n${fields.flatMap(column).join('\n')}\n  }`)
  const edges = entries.flatMap(({ meta, fields }) => fields.flatMap((field) => edge(meta.slug, field)))
  return `${heading(`Entities of ${module}`, 'Tenancy columns (organization, tree, counterparty, branch) are left out.')}\n\`\`\`mermaid\nerDiagram\n${[...tables, ...edges].join('\n')}\n\`\`\`\n`
}

function column(field: Field): string[] {
  if (!('name' in field) || isTenancy(field.name) || field.type === 'relationship' || field.type === 'upload') return []
  const kind = (field as { custom?: { kind?: string } }).custom?.kind ?? field.type
  return [`    ${kind} ${field.name}`]
}

function edge(slug: string, field: Field): string[] {
  if ((field.type !== 'relationship' && field.type !== 'upload') || isTenancy(field.name)) return []
  return [`  ${name(slug)} }o--|| ${name(String(field.relationTo))} : ${field.name}`]
}

function isTenancy(field: string): boolean {
  return ['organization', 'tree', 'counterparty', 'branch', 'counterpartyBranch', 'sharedAt', 'createdBy', 'revision'].includes(field)
}

function name(slug: string): string {
  return slug.replaceAll('-', '_')
}
