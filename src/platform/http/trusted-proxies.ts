import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import { env } from '@/platform/env'
import { perProcess } from '@/platform/per-process'

type Trust = (address: string) => boolean

/**
 * Makes X-Forwarded-For mean one thing everywhere: the address of whoever is not one of our own proxies. Runs before
 * anything reads a request; without it a caller could claim any address and so a fresh limit with each request.
 */
export function settleAddresses(): void {
  perProcess('trusted-proxies', () => {
    const trusts = trustOf(env.TRUSTED_PROXIES)
    subscribe('http.server.request.start', (message) => {
      const { request } = message as { request: IncomingMessage }
      const address = clientAddress(request.socket.remoteAddress ?? '', request.headers['x-forwarded-for'], trusts)
      request.headers['x-forwarded-for'] = address
    })
    return true
  })
}

/** The address a request comes from: going back through the proxies we trust, the first one that is none of them. */
export function clientAddress(peer: string, forwarded: string | string[] | undefined, trusts: Trust): string {
  const claimed = [forwarded ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  let address = plain(peer)
  while (claimed.length > 0 && trusts(address)) {
    const before = claimed.pop() ?? ''
    if (!ipaddr.isValid(before)) break
    address = plain(before)
  }
  return address
}

/** Whom a list of addresses, networks and the words `loopback`, `private` and `none` names; throws for anything else. */
export function trustOf(list: string): Trust {
  const tests = list.split(',').map((one) => testOf(one.trim()))
  return (address) => ipaddr.isValid(address) && tests.some((test) => test(ipaddr.process(address)))
}

function testOf(entry: string): (address: ipaddr.IPv4 | ipaddr.IPv6) => boolean {
  if (entry === 'none' || entry === '') return () => false
  if (entry === 'loopback') return (address) => address.range() === 'loopback'
  if (entry === 'private')
    return (address) => ['loopback', 'private', 'uniqueLocal', 'linkLocal'].includes(address.range())
  if (ipaddr.isValid(entry))
    return (address) => address.toNormalizedString() === ipaddr.process(entry).toNormalizedString()
  if (!ipaddr.isValidCIDR(entry))
    throw new Error(`TRUSTED_PROXIES holds "${entry}", which is no address and no network.`)
  const range = ipaddr.parseCIDR(entry)
  return (address) => address.kind() === range[0].kind() && address.match(range)
}

function plain(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : address
}
