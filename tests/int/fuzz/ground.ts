import { CHANNELS } from '@/endpoints/stream'
import { table } from '@/endpoints/table'
import { copyRole, createApiKey } from '@/domain/identity'
import { isForKeys } from '@/domain/identity/api-key-rights'
import { openSession } from '@/platform/access/sign-in'
import { perform } from '@/platform/perform'
import { openApiDocument } from '@/platform/http/openapi'
import { authorizationOf, knock } from '@tests/builders/http'
import type { Network } from '@tests/builders/network'
import { ownerQuery } from '@tests/setup/database'
import { twoTrees } from '@tests/int/matrix/world'
import type { Known } from './schema'
import { operationsOf, type Operation, type Wish } from './requests'

/** Somebody requests are sent as; `token` is opened anew when it was lost on the way. */
export type Sender = { name: string; token: () => Promise<string | null>; known: Known }

/** Where the fuzz takes place: two trees, those who send, and every operation our own OpenAPI document names. */
export type Ground = { ours: Network; senders: Sender[]; operations: Operation[] }

/** Founds it. */
export async function aGround(): Promise<Ground> {
  const { ours, theirs } = await twoTrees()
  const key = await aWideKey(ours)
  const { admin } = ours.people
  const keep = [
    admin.user,
    ours.d1.admin.user,
    admin.membership,
    ours.d1.admin.membership,
    ours.hq.id,
    ours.d1.party,
    ours.d1.dealer,
    key.id,
  ]
  const known = async (tree: string) => knownOf(await idsOf(tree, keep), { own: ours.hq.slug })
  const here = await known(ours.hq.id)
  const there = await known(theirs.hq.id)
  const mixed: Known = (field) => [...here(field), ...there(field).slice(0, 1)]
  const person = (name: string, user: string): Sender => ({ name, known: mixed, token: () => tokenOf(ours, user) })
  const senders: Sender[] = [
    person('HQ administrator', admin.user),
    person('administrator of D1', ours.d1.admin.user),
    { name: 'API key', known: mixed, token: () => Promise.resolve(key.secret) },
    { name: 'nobody', known: mixed, token: () => Promise.resolve(null) },
  ]
  const document = openApiDocument(table.routes, 'http://localhost:3000') as Parameters<typeof operationsOf>[0]
  return { ours, senders, operations: operationsOf(JSON.parse(JSON.stringify(document)) as typeof document) }
}

/** What came back. */
export type Sent = Awaited<ReturnType<typeof knock>>

/** Sends a request as a sender through everything that stands before our handlers. */
export function sendAs(
  ground: Ground,
  token: string | null,
  method: string,
  { path, body, headers }: Wish,
): Promise<Sent> {
  const authorization = token ? { authorization: authorizationOf(token) } : {}
  const request = new Request(`http://localhost:3000/api/v1${path}`, {
    method,
    headers: { ...authorization, ...headers },
    ...(body === undefined ? {} : { body: new TextEncoder().encode(body) }),
  })
  return knock(ground.ours.payload, request)
}

async function tokenOf(net: Network, user: string): Promise<string> {
  return (await openSession(net.payload, user)).token
}

async function aWideKey(net: Network): Promise<{ id: string; secret: string }> {
  const caller = await net.caller(net.people.admin)
  await perform(copyRole, { from: 'hq-sales', name: 'Fuzzed role' }, caller)
  const held = (await net.principalFor(net.people.admin.email)).memberships.flatMap((one) =>
    one.grants.map((grant) => grant.permission),
  )
  const scopes = [...new Set(held)].filter(isForKeys)
  return perform(createApiKey, { name: 'Fuzz', scopes }, caller)
}

type Ids = Map<string, string[]>

// Up to eight rows of each table, without those the senders themselves stand on.
async function idsOf(tree: string, keep: readonly string[]): Promise<Ids> {
  const tables = await ownerQuery<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tree_id' order by 1`,
  )
  const ids: Ids = new Map()
  for (const { name } of tables) {
    const rows = await ownerQuery<{ id: string }>(
      `select id::text from "${name}" where tree_id = $1 and not id::text = any($2::text[]) order by id limit 8`,
      [tree, keep],
    )
    ids.set(
      name,
      rows.map((row) => row.id),
    )
  }
  const people = await ownerQuery<{ id: string }>(
    `select user_id::text as id from memberships where tree_id = $1 and not user_id::text = any($2::text[]) order by 1 limit 8`,
    [tree, keep],
  )
  return ids.set(
    'users',
    people.map((row) => row.id),
  )
}

// Which table the name of a field or a word of a path means, where it is not its plural.
const TABLES: Record<string, string> = {
  ...{
    line: 'order_lines',
    orderLine: 'order_lines',
    shipmentLine: 'shipment_lines',
    buyer: 'organizations',
    seller: 'organizations',
    party: 'organizations',
  },
  ...{
    shipTo: 'addresses',
    billTo: 'addresses',
    location: 'storage_locations',
    person: 'users',
    actor: 'users',
    members: 'memberships',
    membership: 'memberships',
    recipient: 'users',
  },
  ...{
    tier: 'dealer_tiers',
    list: 'price_lists',
    parent: 'categories',
    image: 'media',
    logo: 'media',
    buyerBranch: 'branches',
    roleId: 'roles',
    deliveries: 'notification_deliveries',
  },
  ...{
    category: 'categories',
    branch: 'branches',
    territory: 'territories',
    address: 'addresses',
    reserve: 'reservations',
    'stock-locations': 'storage_locations',
    subject: 'orders',
  },
}

const NOUNS: Record<string, readonly unknown[]> = {
  sku: ['SKU-1', 'SKU-2', 'SKU-3'],
  unit: ['PCS', 'BOX', 'M'],
  quantity: ['1', '2', '0.5', 1],
  q: ['SKU', 'Product', 'sku-1', 'OURS'],
  currency: ['USD', 'EUR'],
  country: ['US', 'DE'],
  region: ['IL', ''],
  zone: ['America/New_York', 'Etc/UTC'],
  locale: ['en-US', 'de-DE'],
  taxClass: ['standard', 'reduced'],
  collection: ['products', 'orders', 'invoices', 'dealers', 'users'],
  subjectType: ['orders', 'invoices', 'users'],
  type: ['text', 'order.confirmed', 'orders'],
  kind: ['products', 'dealers', 'prices', 'stock', 'base', 'stock'],
  verb: ['confirm', 'cancel', 'update'],
  action: ['order.confirm', 'order.read', 'invoice.post'],
  operation: ['order.confirm', 'order.place'],
  permission: ['order.read', 'invoice.read'],
  permissions: ['order.read', 'invoice.read'],
  scope: ['order.read', 'invoice.read', 'product.read'],
  role: ['dealer-user', 'readonly', 'hq-sales'],
  queue: ['events', 'outside', 'clock'],
  key: ['finance.invoiceOn', 'sales.creditCheck', 'colour', 'inventory.backorders'],
  channel: CHANNELS.map(({ name }) => name),
  status: ['draft', 'submitted', 'confirmed', 'posted', 'active', 'suspended'],
  slug: ['goods', 'ours-brand'],
  email: ['fuzz@example.com', 'buyer@d1.hq1.example'],
  host: ['portal.fuzz.invalid'],
  password: ['thoroughfare-tests-1', 'another-word-of-mine-7'],
  currentPassword: ['not-the-password-1'],
}

function knownOf(ids: Ids, { own }: { own: string }): Known {
  return (field) => {
    const words = NOUNS[field] ?? []
    const table =
      TABLES[field] ?? field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_')
    const rows = ids.get(table) ?? ids.get(`${table}s`) ?? []
    return field === 'organization' ? [...rows, own] : [...words, ...rows]
  }
}
