import type { Payload } from 'payload'

import { createDealer, createHeadquarters } from '@/domain/network'
import type { Principal } from '@/platform/access/principal'
import { perform, type Caller } from '@/platform/perform'
import type { Reader } from '@/platform/reader'
import { bootPayload } from '@tests/setup/payload'
import { callerOf, CREDENTIALS, principalFor, publicCaller, readerOf, systemOf, type CallOptions } from './callers'
import { accept, aPerson, type Person } from './people'
import { somePlaces, type Places } from './places'
import { makeVariant, type Variant, type VariantWish } from './variants'

/** A dealer of a test: `dealer` is the row HQ keeps, `party` its organization, `address` its first one. */
export type DealerSide = { dealer: string; party: string; slug: string; address: string; admin: Person; buyer: Person }

/** An HQ with places and people, two dealers D1 and D2, and ways to act as any of them. */
export type Network = Places & {
  payload: Payload
  hq: { id: string; slug: string; currency: string }
  people: Record<'admin' | 'sales' | 'finance' | 'warehouse' | 'content' | 'readonly', Person>
  d1: DealerSide
  d2: DealerSide
  /** A caller with the rights the person has now. */
  caller(person: Person | string, options?: CallOptions): Promise<Caller>
  reader(person: Person | string, now?: Date): Promise<Reader>
  principalFor(email: string): Promise<Principal>
  /** The system acting for an organization (default: HQ). */
  asSystem(organization?: string, options?: CallOptions): Promise<Caller>
  /** Nobody: public operations. */
  nobody(options?: CallOptions): Caller
  /** An orderable variant of HQ with a base price (micro-units) and, when wished, stock in the main warehouse. */
  aVariant(wish?: VariantWish): Promise<Variant>
}

let founded = 0

/** Founds it all through operations and Payload's Local API, in about a second. Each call founds another tree. */
export async function aNetwork({ currency = 'USD', zone = 'America/New_York' } = {}): Promise<Network> {
  const payload = await bootPayload()
  founded += 1
  const code = `HQ${founded}`
  const admin = `admin@hq${founded}.example`
  const administrator = { name: 'Ada Admin', email: admin, credentials: CREDENTIALS }
  const hq = { code, name: `Headquarters ${founded}`, currency, zone, locale: 'en-US', administrator }
  const { organization, administrator: first } = await perform(createHeadquarters, hq, publicCaller(payload))
  const places = await somePlaces(payload, admin, currency)
  const by = await callerOf(payload, admin)
  const people = await hqPeople(payload, by, organization, `hq${founded}.example`)
  const ada = { email: admin, name: 'Ada Admin', user: first?.user ?? '', membership: first?.membership ?? '', organization }
  return {
    ...places,
    payload,
    hq: { id: organization, slug: code.toLowerCase(), currency },
    people: { admin: ada, ...people },
    d1: await aDealer(payload, by, 'D1'),
    d2: await aDealer(payload, by, 'D2'),
    caller: (person, options) => callerOf(payload, emailOf(person), options),
    reader: (person, now) => readerOf(payload, emailOf(person), now),
    principalFor: (email) => principalFor(payload, email),
    asSystem: (id = organization, options) => systemOf(payload, id, options),
    nobody: (options) => publicCaller(payload, options),
    aVariant: (wish) => makeVariant(payload, { admin, organization, ...places }, wish),
  }
}

/** Creates an active dealer with an address, an administrator and a buyer. */
export async function aDealer(payload: Payload, by: Caller, code: string, more: object = {}): Promise<DealerSide> {
  const host = `${code.toLowerCase()}.hq${founded}.example`
  const address = { label: 'Yard', line1: '1 Main Street', city: 'Springfield', region: 'IL', postalCode: '62701', country: 'US' }
  const person = { name: `${code} Admin`, email: `admin@${host}` }
  const input = { code, name: `Dealer ${code} of ${founded}`, address, person, activate: true, ...more }
  const made = await perform(createDealer, input, by)
  const admin = await accept(payload, person.email, person.name, made.party)
  const buyer = await aPerson(payload, by, { organization: made.party, email: `buyer@${host}`, name: `${code} Buyer`, roles: ['dealer-user'] })
  return { dealer: made.dealer, party: made.party, slug: made.slug, address: made.address ?? '', admin, buyer }
}

async function hqPeople(payload: Payload, by: Caller, organization: string, host: string) {
  const hire = (key: string, name: string, role: string) => aPerson(payload, by, { organization, email: `${key}@${host}`, name, roles: [role] })
  return {
    sales: await hire('sales', 'Sam Sales', 'hq-sales'),
    finance: await hire('finance', 'Fay Finance', 'hq-finance'),
    warehouse: await hire('warehouse', 'Walt Warehouse', 'warehouse-manager'),
    content: await hire('content', 'Cora Content', 'hq-content'),
    readonly: await hire('readonly', 'Rita Reader', 'readonly'),
  }
}

function emailOf(person: Person | string): string {
  return typeof person === 'string' ? person : person.email
}
