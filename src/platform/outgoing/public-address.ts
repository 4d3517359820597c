import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'
import { refuse } from '@/kernel/errors'

/** One address a name leads to. */
export interface Address {
  address: string
  family: number
}

/** Finds the addresses of a name; tests bring their own. */
export type Resolve = (host: string) => Promise<Address[]>

/** Who may be called: loopback only where the installation says so. */
export interface Reach {
  allowLoopback: boolean
  resolve?: Resolve
}

const SCHEMES = new Set(['http:', 'https:'])
const PORTS = new Set(['', '80', '443', '8080', '8443'])

/**
 * Checks where a URL leads and answers the one address to connect to, so that a name cannot mean something else a moment
 * later. ADDRESS_REFUSED, always in the same words, for other schemes, names with a password, other ports than those of
 * web servers, and names of which any address is private, local, reserved or of a cloud's metadata.
 */
export async function publicAddress(url: URL, { allowLoopback, resolve = resolveAll }: Reach): Promise<Address> {
  if (!SCHEMES.has(url.protocol) || hasCredentials(url)) return refuse('ADDRESS_REFUSED', {})
  const found = await addressesOf(url.hostname, resolve)
  if (allowLoopback && areAll(found, 'loopback')) return pick(found)
  return areAll(found, 'unicast') && PORTS.has(url.port) ? pick(found) : refuse('ADDRESS_REFUSED', {})
}

function hasCredentials({ username, password }: URL): boolean {
  return username !== '' || password !== ''
}

function areAll(found: readonly Address[], range: string): boolean {
  return found.every(({ address }) => rangeOf(address) === range)
}

async function addressesOf(hostname: string, resolve: Resolve): Promise<Address[]> {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(host)) return [{ address: host, family: host.includes(':') ? 6 : 4 }]
  return resolve(host).catch(() => refuse('ADDRESS_REFUSED', {}))
}

function resolveAll(host: string): Promise<Address[]> {
  return lookup(host, { all: true, verbatim: true })
}

function pick([first]: readonly Address[]): Address {
  return first ?? refuse('ADDRESS_REFUSED', {})
}

const COMPATIBLE = ipaddr.IPv6.parseCIDR('::/96')

// IPv4 inside IPv6 is judged as what it leads to; all other translations count as reserved.
function rangeOf(text: string): string {
  if (!ipaddr.isValid(text)) return 'invalid'
  const address = ipaddr.process(text)
  if (address instanceof ipaddr.IPv6 && address.range() === 'unicast' && address.match(COMPATIBLE)) return 'reserved'
  return address.range()
}
