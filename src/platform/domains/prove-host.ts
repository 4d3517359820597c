import { Resolver } from 'node:dns/promises'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import ipaddr from 'ipaddr.js'
import { env } from '@/platform/env'

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
  const records = await resolver.resolveTxt(dns.name).catch(() => [])
  if (records.some((parts) => parts.join('').trim() === dns.value)) return { method: 'dns' }
  const address = await publicAddress(resolver, host)
  if (!address) return nothing(`No TXT record at ${dns.name}${records.length > 0 ? ' with this value' : ''}, and ${host} has no public address to ask for the file.`)
  const found = await readFile(host, address, file.path).catch(() => null)
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

// The address is resolved once, judged, and then connected to: a name that changes its mind in between changes nothing.
async function publicAddress(resolver: Resolver, host: string): Promise<string | null> {
  const [four, six] = await Promise.all([resolver.resolve4(host).catch(() => []), resolver.resolve6(host).catch(() => [])])
  return [...four, ...six].find(isAskable) ?? null
}

function isAskable(address: string): boolean {
  const range = ipaddr.process(address).range()
  return range === 'unicast' || (range === 'loopback' && env.ALLOW_LOOPBACK)
}

function readFile(host: string, address: string, path: string): Promise<string | null> {
  const port = env.DOMAIN_FILE_PORT
  const open = port === 443 ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const asked = open({ host: address, servername: host, port, path, headers: { Host: host }, signal: AbortSignal.timeout(WAIT_MS) }, (response) => {
      if (response.statusCode !== 200) {
        response.resume()
        return resolve(null)
      }
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        text += piece
        if (text.length > MOST_BYTES) response.destroy(new Error('The file is too long.'))
      })
      response.on('end', () => resolve(text))
      response.on('error', reject)
    })
    asked.on('error', reject)
    asked.end()
  })
}
