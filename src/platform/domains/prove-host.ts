import { Resolver } from 'node:dns/promises'
import { isDomainError } from '@/kernel/errors'
import { env } from '@/platform/env'
import type { Address } from '@/platform/outgoing/public-address'
import { safeFetch } from '@/platform/outgoing/safe-fetch'

/** How a host was proven, or one sentence about what was found instead. */
export type HostProof = { method: 'dns' | 'file' } | { method: null; problem: string }

const WAIT_MS = 5_000
const MOST_BYTES = 1_000

/**
 * Looks whether a host carries its token: a DNS TXT record, else a file on it. The names are resolved by DOMAIN_RESOLVER
 * when it is set, and only public addresses are asked for the file.
 */
export async function proveHost({ host, dns, file }: { host: string; dns: { name: string; value: string }; file: { path: string; content: string } }): Promise<HostProof> {
  const resolver = resolverOf()
  // No record, no such name, no answer: all of them prove nothing.
  const records = await resolver.resolveTxt(dns.name).catch(() => [])
  if (records.some((parts) => parts.join('').trim() === dns.value)) return { method: 'dns' }
  const found = await readFile(resolver, host, file.path)
  if (found === 'no address') return nothing(`No TXT record at ${dns.name}${records.length > 0 ? ' with this value' : ''}, and ${host} has no public address to ask for the file.`)
  if (found?.trim() === file.content) return { method: 'file' }
  return nothing(`No TXT record at ${dns.name}${records.length > 0 ? ' with this value' : ''}, and ${found === null ? 'the file could not be read' : 'the file says something else'}.`)
}

function nothing(problem: string): HostProof {
  return { method: null, problem }
}

function resolverOf(): Resolver {
  const resolver = new Resolver({ timeout: WAIT_MS, tries: 1 })
  if (env.DOMAIN_RESOLVER) resolver.setServers([env.DOMAIN_RESOLVER])
  return resolver
}

async function readFile(resolver: Resolver, host: string, path: string): Promise<string | 'no address' | null> {
  const port = env.DOMAIN_FILE_PORT
  const url = `${port === 443 ? 'https' : 'http'}://${host}:${port}${path}`
  const resolve = (name: string) => addressesOf(resolver, name)
  try {
    const { status, body } = await safeFetch({ url, timeoutMs: WAIT_MS, maxBytes: MOST_BYTES }, { allowLoopback: env.ALLOW_LOOPBACK, resolve })
    return status === 200 ? body.toString('utf8') : null
  } catch (error) {
    return isDomainError(error) && error.code === 'ADDRESS_REFUSED' ? 'no address' : null
  }
}

async function addressesOf(resolver: Resolver, host: string): Promise<Address[]> {
  // Most hosts have addresses of one kind only; without any there is none to ask.
  const [four, six] = await Promise.all([resolver.resolve4(host).catch(() => []), resolver.resolve6(host).catch(() => [])])
  return [...four.map((address) => ({ address, family: 4 })), ...six.map((address) => ({ address, family: 6 }))]
}
