import { branchFor, type BuyingBranch } from '@/domain/sales/buying-branch'
import type { ShipTo } from '@/domain/sales/rows'
import { autoConfirm, cartHoldMinutes } from '@/domain/sales/settings'
import { cartHoldFrom } from '@/domain/inventory'
import { taxRounding } from '@/domain/finance'
import { refuse } from '@/kernel/errors'
import { businessDay, type Day } from '@/kernel/period'
import { boundTo } from '@/platform/access/bound'
import type { Tenant } from '@/platform/operation'
import type { Reader } from '@/platform/reader'
import { settingsSql, type StoredSettings } from '@/platform/settings'

/** The two sides of an order, where it goes and what the seller has set, in one read. */
export interface Parties {
  seller: string
  sellerName: string
  tree: string
  currency: string
  sellerZone: string
  buyer: string
  buyerName: string
  buyerSlug: string
  buyerZone: string
  /** status of the seller's dealer record */
  dealerStatus: string
  shipTo: ShipTo | null
  /** the buyer's branches in use */
  branches: readonly BuyingBranch[]
  /** the one of them the order is for; null: the whole organization */
  buyerBranch: string | null
  /** the seller's branch: the one that looks after the dealer unless another is named; null: none */
  sellerBranch: string | null
  settings: StoredSettings
}

const KEYS = [autoConfirm, cartHoldMinutes, cartHoldFrom, taxRounding].map((setting) => setting.key)
const PATH = `string_to_array(trim(both '/' from s.path), '/')::uuid[]`

const PARTIES = `
select s.id as seller, s.name as "sellerName", s.tree_id as tree, s.currency, s.zone as "sellerZone", b.id as buyer, b.name as "buyerName",
  b.slug as "buyerSlug", b.zone as "buyerZone", d.status as "dealerStatus", d.branch_id as "sellerBranch", ${settingsSql(PATH, '$4::text[]')} as settings,
  (select json_build_object('address', a.id, 'label', a.label, 'recipient', a.recipient, 'line1', a.line1, 'line2', a.line2, 'city', a.city,
    'region', a.region, 'postalCode', a.postal_code, 'country', a.country)
    from addresses a where a.organization_id = b.id and a.archived_at is null and (a.id = $3::uuid or ($3 is null and a.is_shipping))
    order by exists (select 1 from branches x where x.address_id = a.id and x.id = any($5::uuid[])) desc, a.id limit 1) as "shipTo",
  (select coalesce(json_agg(json_build_object('id', x.id, 'name', x.name, 'address', x.address_id) order by x.name), '[]')
    from branches x where x.organization_id = b.id and x.archived_at is null) as branches
from organizations b join organizations s on s.id = any(string_to_array(trim(both '/' from b.path), '/')::uuid[]) and s.id <> b.id
join dealers d on d.organization_id = s.id and d.party_id = b.id
where b.id = coalesce((select x.party_id from dealers x where x.id = $1::uuid and x.organization_id = $2::uuid), $1::uuid)
  and s.id = coalesce($2::uuid, s.id) order by length(s.path) desc limit 1`

/**
 * Seller and buyer of an order. Without a seller it is the nearest organization above the buyer that keeps a dealer
 * record for it: a dealer group where it sells itself, else the HQ of the tree. Refuses NOT_FOUND for no such pair and
 * for an address that is not one of the buyer's own.
 * @param asked `buyer` is its organization, or the seller's dealer record of it; `address` null = its first for shipping,
 * that of a `bound` person's branch before others
 */
export async function partiesFor(
  reader: Pick<Reader, 'rows'>,
  asked: { buyer: string; seller?: string | null; address?: string | null | undefined; bound?: readonly string[] | null },
): Promise<Parties> {
  const { buyer, seller = null, address = null, bound } = asked
  const [found] = await reader.rows<Parties>(PARTIES, [buyer, seller, address, KEYS, bound ?? []], 'tf_sales_parties')
  if (!found) return refuse('NOT_FOUND', { noun: seller === null ? 'An organization that sells to you' : 'The dealer' })
  if (address !== null && !found.shipTo) refuse('NOT_FOUND', { noun: 'The address' })
  return { ...found, buyerBranch: null }
}

/** The parties of what a person buys for the own organization, at the branch asked for or found (`branchFor`). */
export async function buyingParties(
  reader: Pick<Reader, 'rows' | 'principal'>,
  asked: { buyer: string; address?: string | null | undefined; branch?: string | null | undefined },
): Promise<Parties> {
  const bound = boundTo(reader.principal, asked.buyer, 'order.submit')
  return atBranch(await partiesFor(reader, { ...asked, bound }), asked.branch, bound)
}

/** Parties with the buyer's branch decided. */
export function atBranch(parties: Parties, asked: string | null | undefined, bound: readonly string[] | null = null): Parties {
  const shipTo = parties.shipTo?.address ?? null
  return { ...parties, buyerBranch: branchFor(parties.branches, { asked, shipTo, bound }) }
}

/** Refuses CONFLICT unless the seller's dealer record of the buyer is active. */
export function mustBeActive({ dealerStatus, buyerName }: Parties): void {
  if (dealerStatus !== 'active') refuse('CONFLICT', { reason: `${buyerName} is ${dealerStatus} as a dealer and cannot order.` })
}

/** The address goods go to, or INPUT_INVALID. */
export function mustHaveShipTo({ shipTo, buyerName }: Pick<Parties, 'shipTo' | 'buyerName'>): ShipTo {
  return shipTo ?? refuse('INPUT_INVALID', { reason: `Say where to ship to: ${buyerName} has no shipping address yet.` })
}

/** The tenancy columns of an order between them. */
export function tenantOf({ seller, sellerBranch, tree, buyer, buyerBranch }: Parties, sharedAt: Date | null): Tenant {
  return { organization: seller, tree, branch: sellerBranch, counterparty: buyer, counterpartyBranch: buyerBranch, sharedAt }
}

/** Refuses a requested day that has passed in the seller's zone. */
export function mustNotBePast(requestedOn: Day | null | undefined, parties: Parties, now: Date): void {
  const today = businessDay(now, parties.sellerZone)
  if (requestedOn && requestedOn < today) refuse('INPUT_INVALID', { reason: `requestedOn: ${requestedOn} has passed; today is ${today}.` })
}
