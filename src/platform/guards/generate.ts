import type { CollectionConfig, Field } from 'payload'
import type { Machine } from '@/kernel/machine'
import { frozenTrigger, insertOnlyTrigger, machineTrigger, operationsOnlyTrigger } from '@/platform/guards/triggers'
import { metaOf, tableOf, type CollectionMeta } from '@/platform/payload/meta'

/**
 * The SQL that makes the database hold what the registry says: checks, unique and list indexes, composite keys of
 * tenancy, machine triggers, insert-only ledgers. `npm run new guards` writes it into a migration.
 */
export function guardStatements(collections: readonly CollectionConfig[], machines: readonly Machine[]): string[] {
  const metas = collections.flatMap((collection) => {
    const meta = metaOf(collection)
    return meta ? [{ meta, fields: collection.fields }] : []
  })
  return [
    ...metas.flatMap(({ meta, fields }) => typeStatements(meta, fields)),
    ...keyTargets(metas.map(({ meta }) => meta)),
    ...metas.filter(({ meta }) => isOurs(meta)).flatMap(({ meta }) => leanStatements(meta)),
    ...metas.flatMap(({ meta, fields }) => [...keyStatements(meta, fields), ...constraintStatements(meta)]),
    ...metas.flatMap(({ meta }) => triggerStatements(meta, machines)),
  ]
}

/** Tables that only operations or the system write. Payload itself writes users (sign-in, lock-out). */
function isOurs(meta: CollectionMeta): boolean {
  return meta.writes !== 'crud' && meta.slug !== 'users'
}

function typeStatements(meta: CollectionMeta, fields: readonly Field[]): string[] {
  const columns = fields.flatMap((field) => {
    const kind = (field as { custom?: { kind?: string } }).custom?.kind
    if (kind === 'quantity') return [`alter column "${columnOf(field)}" type numeric(18,6)`]
    return kind === 'whole' ? [`alter column "${columnOf(field)}" type numeric(18,0)`] : []
  })
  return columns.length === 0 ? [] : [`alter table "${tableOf(meta.slug)}" ${columns.join(', ')}`]
}

// Payload makes an index and an ON DELETE SET NULL key for every pointer; on the tables we write ourselves they cost a
// quarter of each write and a deletion would silently forget a pointer. Ours replace them.
function leanStatements(meta: CollectionMeta): string[] {
  const table = tableOf(meta.slug)
  return [
    `do $$ declare r record; begin
  for r in select conname from pg_constraint where conrelid = '"${table}"'::regclass and contype = 'f' loop
    execute format('alter table "${table}" drop constraint %I', r.conname); end loop;
  for r in select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = '"${table}"'::regclass and not i.indisunique loop execute format('drop index %I', r.relname); end loop;
end $$`,
  ]
}

function keyTargets(metas: readonly CollectionMeta[]): string[] {
  const organization = new Set(metas.flatMap((meta) => Object.values(meta.guards.sameOrganization ?? {})))
  const tree = new Set(metas.flatMap((meta) => Object.values(meta.guards.sameTree ?? {})))
  return [
    ...[...organization].map((slug) => targetIndex(slug, 'organization')),
    ...[...tree].map((slug) => targetIndex(slug, 'tree')),
  ]
}

function targetIndex(slug: string, by: 'organization' | 'tree'): string {
  return `create unique index "${tableOf(slug)}_${by}_key" on "${tableOf(slug)}" ("${by}_id", "id")`
}

function keyStatements(meta: CollectionMeta, fields: readonly Field[]): string[] {
  const table = tableOf(meta.slug)
  const { sameOrganization = {}, sameTree = {} } = meta.guards
  const composite = [
    ...Object.entries(sameOrganization).map(([name, target]) => composed(table, fields, name, target, 'organization')),
    ...Object.entries(sameTree).map(([name, target]) => composed(table, fields, name, target, 'tree')),
  ]
  if (!isOurs(meta)) return composite
  const covered = new Set([...Object.keys(sameOrganization), ...Object.keys(sameTree)])
  // A line's parties are those of its document, which its composite key proves; only documents point at organizations.
  const isChild = Object.keys(sameOrganization).some((name) => !isTenancy(name))
  const plain = fields.filter((field) => isPointer(field) && !covered.has(field.name) && !(isChild && isTenancy(field.name)))
  return [...composite, ...plain.map((field) => plainKey(table, field))]
}

function composed(table: string, fields: readonly Field[], name: string, target: string, by: 'organization' | 'tree'): string {
  const field = fields.find((one) => 'name' in one && one.name === name)
  if (!field) throw new Error(`${table} has no pointer ${name}.`)
  const column = columnOf(field)
  return `alter table "${table}" add constraint "${short(`${table}_${column}_${by}_fk`)}" foreign key ("${by}_id", "${column}") references "${tableOf(target)}" ("${by}_id", "id")`
}

function plainKey(table: string, field: Field): string {
  const column = columnOf(field)
  const target = tableOf(String((field as { relationTo: string }).relationTo))
  return `alter table "${table}" add constraint "${short(`${table}_${column}_fk`)}" foreign key ("${column}") references "${target}" ("id")`
}

function constraintStatements(meta: CollectionMeta): string[] {
  const table = tableOf(meta.slug)
  const { checks = {}, uniques = [], indexes = [] } = meta.guards
  return [
    ...Object.entries(checks).map(([name, sql]) => `alter table "${table}" add constraint "${table}_${name}_ck" check (${sql})`),
    ...uniques.map(
      ({ on, where, nullsEqual }, index) =>
        `create unique index "${table}_u${index}" on "${table}" (${on.join(', ')})${nullsEqual ? ' nulls not distinct' : ''}${where ? ` where ${where}` : ''}`,
    ),
    ...indexes.map(({ on, where }, index) => `create index "${table}_i${index}" on "${table}" (${on.join(', ')})${where ? ` where ${where}` : ''}`),
  ]
}

function triggerStatements(meta: CollectionMeta, machines: readonly Machine[]): string[] {
  const table = tableOf(meta.slug)
  const machine = machines.find((one) => one.name === meta.machine)
  return [
    ...(isOurs(meta) && meta.tenancy !== 'installation' ? [operationsOnlyTrigger(table)] : []),
    ...(meta.ledger ? insertOnlyTrigger(table) : []),
    ...(machine ? machineTrigger(table, machine) : []),
    ...(meta.guards.frozen ?? []).flatMap((frozen, index) => frozenTrigger(table, index, frozen)),
  ]
}

function isPointer(field: Field): field is Extract<Field, { type: 'relationship' | 'upload' }> {
  return field.type === 'relationship' || field.type === 'upload'
}

function isTenancy(name: string): boolean {
  return ['organization', 'tree', 'counterparty', 'branch', 'counterpartyBranch', 'createdBy'].includes(name)
}

function columnOf(field: Field): string {
  const name = (field as { name: string }).name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
  return isPointer(field) ? `${name}_id` : name
}

function short(name: string): string {
  return name.length <= 63 ? name : `${name.slice(0, 55)}_${[...name].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 9973, 7)}`
}
