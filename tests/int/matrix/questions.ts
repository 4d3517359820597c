import type { SanitizedConfig } from 'payload'

import { creatorFor } from '@tests/builders/places'
import { isLong } from '@tests/int/profile'
import { ownerQuery } from '@tests/setup/database'
import type { Cell, Planted } from './canaries'
import { expectations } from './oracle'
import type { Subject, twoTrees } from './world'

type World = Awaited<ReturnType<typeof twoTrees>>

/** Every collection of ours, and its table. */
export const collections = [...expectations().keys()]
export const tables = collections.map((slug) => slug.replaceAll('-', '_'))

/** Makes prices for D2 alone and prices of cost; answers them with the roles headquarters keep for themselves. */
export async function internalRows({ ours }: World): Promise<Map<string, string | null>> {
  const create = await creatorFor(ours.payload, ours.people.admin.email)
  const list = await create('price-lists', {
    code: 'D2ONLY',
    name: 'For D2 alone',
    kind: 'contract',
    currency: 'USD',
    party: ours.d2.party,
  })
  const costs = await create('price-lists', { code: 'COSTS', name: 'What it costs us', kind: 'cost', currency: 'USD' })
  const [variant] = await ownerQuery<{ id: string }>(
    'select id::text from variants where organization_id = $1 order by id limit 1',
    [ours.hq.id],
  )
  const priced = (one: string) =>
    create('prices', { list: one, variant: variant?.id, minimumQuantity: 1, unitPriceMicro: 9_000_000 })
  const kept: [string, string | null][] = [
    [list, ours.d2.party],
    [await priced(list), ours.d2.party],
    [costs, null],
    [await priced(costs), null],
  ]
  const roles = await ownerQuery<{ id: string }>(`select id::text from roles where audience::text = 'hq'`)
  return new Map([...kept, ...roles.map((role): [string, null] => [role.id, null])])
}

/** A hash over every row of the other tree. */
export async function theirRows(world: World): Promise<string> {
  const withTree = await ownerQuery<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tree_id' order by 1`,
  )
  const hashes: string[] = []
  // What the other tree's own administrator is told and asks for is none of anybody else's doing.
  for (const { name } of withTree.filter(
    (one) =>
      !/^(exports|files|notification|audit_log|outbox|security_|batch|known_|sign_ins)/.test(one.name) &&
      tables.includes(one.name),
  )) {
    const [row] = await ownerQuery<{ hash: string | null }>(
      `select md5(string_agg(t::text, '|' order by id)) as hash from "${name}" t where tree_id = $1`,
      [world.theirs.hq.id],
    )
    hashes.push(`${name} ${row?.hash ?? ''}`)
  }
  return hashes.join('\n')
}

/** The last rows of both trees, or of one. */
export async function someIds(world: World, slug: string, tree?: string): Promise<string[]> {
  const table = slug.replaceAll('-', '_')
  const [known] = await ownerQuery<{ n: number }>(
    `select count(*)::int as n from information_schema.columns where table_name = $1 and column_name = 'tree_id'`,
    [table],
  )
  const ids: string[] = []
  for (const one of tree ? [tree] : [world.ours.hq.id, world.theirs.hq.id]) {
    const rows = await ownerQuery<{ id: string }>(
      `select id::text from "${table}" where ${known?.n ? 'tree_id = $1' : '$1::uuid is not null'} order by id desc limit ${isLong ? 2 : 1}`,
      [one],
    )
    ids.push(...rows.map((row) => row.id))
  }
  return [...new Set(ids)]
}

const TABLES: Record<string, string> = {
  members: 'memberships',
  users: 'memberships',
  inventory: 'stock-levels',
  deliveries: 'notification-deliveries',
  mailbox: 'notification-deliveries',
  card: 'variants',
  product: 'products',
  entity: 'orders',
  user: 'users',
  kinds: 'imports',
  jobs: 'outbox-events',
  domains: 'organization-domains',
  audit: 'audit-log',
  events: 'security-events',
  reserve: 'reservations',
  transactions: 'stock-moves',
  'stock-locations': 'storage-locations',
}

/** The addresses of a route: with rows of both trees (or of one) where it takes them, and with words where it searches. */
export async function asked(world: World, path: string, tree?: string): Promise<string[]> {
  const noun = /([\w-]+)\/:/.exec(path)?.[1] ?? ''
  if (noun === '') return [path, `${path}?q=can`, ...(await explained(world, path))]
  const slug = TABLES[noun] ?? noun
  const ids = collections.includes(slug) ? await someIds(world, slug, tree) : await someIds(world, 'orders', tree)
  return ids.map((id) => path.replace(':type', 'orders').replace(/:\w+/g, id))
}

async function explained(world: World, path: string): Promise<string[]> {
  if (!/^\/explain(\/people)?$/.test(path)) return []
  const pairs = [
    ['orders', 'confirm'],
    ['invoices', 'post'],
    ['dealers', 'suspend'],
    ['products', 'update'],
    ['payments', 'allocate'],
  ] as const
  return (
    await Promise.all(
      pairs.map(async ([slug, verb]) =>
        (await someIds(world, slug)).map((id) => `${path}?collection=${slug}&id=${id}&verb=${verb}`),
      ),
    )
  ).flat()
}

type MayKnow = (subject: string, cell: Cell) => boolean

/**
 * Questions whose only answer would be a row the subject may not see, or one that points to such a row: for each column,
 * `most` words of hidden cells.
 */
export function oraclesFor(
  { ours }: World,
  subject: Subject,
  { cells }: Planted,
  mayKnow: MayKnow,
  most: number,
): string[] {
  const hidden = hiddenWords(subject, cells, mayKnow, most)
  const reach = expectations()
  const config = ours.payload.config as SanitizedConfig
  return collections.flatMap((slug) => {
    if (reach.get(slug)?.get(subject.role) === 'none') return []
    const own = (hidden.get(slug.replaceAll('-', '_')) ?? []).map(({ field, word }) => ({ path: field, word }))
    const over = pointersOf(config, slug).flatMap(({ name, to }) =>
      (hidden.get(to.replaceAll('-', '_')) ?? []).map(({ field, word }) => ({ path: `${name}.${field}`, word })),
    )
    return [...own, ...over].flatMap(({ path, word }) => [
      `/api/${slug}?depth=0&limit=1&where[${path}][equals]=${word.toUpperCase()}`,
      `/api/${slug}?depth=0&limit=1&where[or][0][${path}][like]=${word}`,
    ])
  })
}

type Word = { field: string; word: string }

// The last words of each column that a subject may not know, by table.
function hiddenWords(subject: Subject, cells: Planted['cells'], mayKnow: MayKnow, most: number): Map<string, Word[]> {
  const byColumn = new Map<string, Word[]>()
  for (const [word, cell] of cells) {
    if (mayKnow(subject.name, cell)) continue
    const column = `${cell.table}.${cell.column}`
    byColumn.set(column, [...(byColumn.get(column) ?? []), { field: camel(cell.column), word }].slice(-most))
  }
  const byTable = new Map<string, Word[]>()
  for (const [column, words] of byColumn) {
    const table = column.split('.')[0] ?? ''
    byTable.set(table, [...(byTable.get(table) ?? []), ...words])
  }
  return byTable
}

type Field = { name?: string; type: string; relationTo?: string | string[]; hasMany?: boolean }

function pointersOf(config: SanitizedConfig, slug: string): { name: string; to: string }[] {
  const collection = config.collections.find((one) => one.slug === slug)
  return ((collection?.flattenedFields ?? []) as Field[]).flatMap(({ name, type, relationTo }) =>
    name && (type === 'relationship' || type === 'upload') && typeof relationTo === 'string'
      ? [{ name, to: relationTo }]
      : [],
  )
}

function camel(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
