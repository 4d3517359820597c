import { createSocket, type Socket } from 'node:dgram'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { addDomain, checkDomain, domainsOf, lookOf, recheckDomain, removeDomain, settleDomain } from '@/domain/network'
import { core } from '@/domain/registry'
import { ownHostHeaders, portalHost } from '@/platform/domains/portal-hosts'
import { proveHost } from '@/platform/domains/prove-host'
import { env } from '@/platform/env'
import { perform } from '@/platform/perform'
import { drainJobs, runClock } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { ownerQuery } from '@tests/setup/database'

let net: Network
let dns: Socket
let web: Server
const texts = new Map<string, string>()
const addresses = new Map<string, string>()
const files = new Map<string, string>()

beforeAll(async () => {
  net = await aNetwork()
  dns = createSocket('udp4')
  dns.on('message', (question, from) => dns.send(answerTo(question), from.port, from.address))
  await new Promise<void>((resolve) => dns.bind(0, '127.0.0.1', resolve))
  web = createServer((request, response) => {
    const content = files.get(`${(request.headers.host ?? '').replace(/:\d+$/, '')}${request.url ?? ''}`)
    response.writeHead(content ? 200 : 404).end(content ?? '')
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  Object.assign(env, { DOMAIN_RESOLVER: `127.0.0.1:${dns.address().port}`, DOMAIN_FILE_PORT: (web.address() as AddressInfo).port, ALLOW_LOOPBACK: true })
})

afterAll(async () => {
  dns.close()
  await new Promise((resolve) => web.close(resolve))
})

// As much of RFC 1035 as a TXT and an A question need.
function answerTo(question: Buffer): Buffer {
  const labels: string[] = []
  let at = 12
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('ascii', at + 1, at + 1 + length))
    at += length + 1
  }
  const end = at + 5
  const type = question.readUInt16BE(at + 1)
  const name = labels.join('.')
  const data = type === 16 ? txtOf(texts.get(name)) : type === 1 ? ipOf(addresses.get(name)) : null
  const head = Buffer.from(question.subarray(0, end))
  head.writeUInt16BE(data ? 0x8180 : 0x8183, 2)
  head.writeUInt16BE(data ? 1 : 0, 6)
  head.writeUInt16BE(0, 10)
  if (!data) return head
  const answer = Buffer.alloc(12)
  answer.writeUInt16BE(0xc00c, 0)
  answer.writeUInt16BE(type, 2)
  answer.writeUInt16BE(1, 4)
  answer.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, answer, data])
}

const txtOf = (text: string | undefined) => (text === undefined ? null : Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]))
const ipOf = (address: string | undefined) => (address === undefined ? null : Buffer.from(address.split('.').map(Number)))

async function verify(id: string, organization: Network['hq'] = net.hq) {
  const admin = await net.caller(net.people.admin)
  const { proof, host } = await perform(checkDomain, { id }, admin)
  const found = await proveHost({ host, ...proof })
  const system = await net.asSystem()
  return perform(settleDomain, { id, method: found.method, problem: found.method === null ? found.problem : null }, { ...system, organization: organization.id })
}

describe('portal domains', () => {
  test('T9: a host counts from its proof by DNS on, and stops when it is removed', async () => {
    const admin = await net.caller(net.people.admin)
    const host = 'portal.northstar.example'
    const { id, proof } = await perform(addDomain, { organization: net.hq.id, host: `https://${host.toUpperCase()}/` }, admin)
    expect(await verify(id)).toMatchObject({ isVerified: false, problem: expect.stringContaining('No TXT record') })
    texts.set(proof.dns.name, 'something else')
    expect(await verify(id)).toMatchObject({ isVerified: false })
    texts.set(proof.dns.name, proof.dns.value)
    expect(await verify(id)).toMatchObject({ isVerified: true })
    expect(await portalHost(net.payload, `${host}:3000`)).toBe(net.hq.id)
    expect(await lookOf(await net.reader(net.people.admin), net.hq.id)).toMatchObject({ name: expect.any(String) })
    const [shown] = await domainsOf(await net.reader(net.people.admin), net.hq.id)
    expect(shown).toMatchObject({ host, isVerified: true, method: 'dns' })
    const sent = new Headers({ origin: `https://${host}`, host })
    expect((await ownHostHeaders(net.payload, sent)).get('origin')).toBeNull()
    const foreign = new Headers({ origin: 'https://evil.example', host })
    expect((await ownHostHeaders(net.payload, foreign)).get('origin')).toBe('https://evil.example')
    await perform(removeDomain, { id }, admin)
    expect(await domainsOf(await net.reader(net.people.admin), net.hq.id)).toEqual([])
  })

  test('T9: a file proves as well, and an address that is not public is not asked', async () => {
    const admin = await net.caller(net.people.admin)
    const { id, host, proof } = await perform(addDomain, { organization: net.d1.party, host: 'd1.northstar.example' }, admin)
    addresses.set(host, '10.0.0.8')
    expect(await verify(id)).toMatchObject({ isVerified: false, problem: expect.stringContaining('no public address') })
    addresses.set(host, '127.0.0.1')
    expect(await verify(id)).toMatchObject({ isVerified: false, problem: expect.stringContaining('could not be read') })
    files.set(`${host}${proof.file.path}`, `${proof.file.content}\n`)
    expect(await verify(id)).toMatchObject({ isVerified: true })
  })

  test('T9: a proof that is gone is told to HQ on the first night, and on the last one the domain counts no more', async () => {
    const admin = await net.caller(net.people.admin)
    const { id, host, proof } = await perform(addDomain, { organization: net.hq.id, host: 'nights.northstar.example' }, admin)
    texts.set(proof.dns.name, proof.dns.value)
    await verify(id)
    await perform(core.setSetting, { organization: net.hq.id, key: 'network.domainFailures', value: 2 }, admin)
    const night = async () => {
      await runClock(net.payload, 'domain-recheck', new Date(Date.now() + 13 * 3_600_000))
      await drainJobs(net.payload)
      const shown = (await domainsOf(await net.reader(net.people.admin), net.hq.id)).find((one) => one.id === id)
      return { isVerified: shown?.isVerified, problem: shown?.problem, told: await ownerQuery<{ subject: string }>(`select subject from notifications where user_id = $1 and subject like $2 order by id`, [net.people.admin.user, `${host}%`]) }
    }
    expect(await night()).toEqual({ isVerified: true, problem: null, told: [] })
    texts.delete(proof.dns.name)
    const first = await night()
    expect(first).toMatchObject({ isVerified: true, problem: expect.stringContaining('No TXT record'), told: [{ subject: `${host} could not be proven again` }] })
    texts.set(proof.dns.name, proof.dns.value)
    expect(await night()).toMatchObject({ isVerified: true, problem: null })
    texts.delete(proof.dns.name)
    await night()
    expect((await night()).told.map(({ subject }) => subject)).toEqual([`${host} could not be proven again`, `${host} could not be proven again`, `${host} is no portal domain any more`])
    expect((await domainsOf(await net.reader(net.people.admin), net.hq.id)).find((one) => one.id === id)?.isVerified).toBe(false)
    await expect(perform(recheckDomain, { id, method: 'dns', problem: null }, admin)).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
  })

  test('T9: hosts that are none, are ours or belong to somebody else are refused; nobody settles by hand', async () => {
    const admin = await net.caller(net.people.admin)
    for (const host of ['localhost', '127.0.0.1', 'no dots', 'a..b', 'münchen.example']) {
      await expect(perform(addDomain, { organization: net.hq.id, host }, admin)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    }
    const dealer = await net.caller(net.d2.admin)
    await expect(perform(addDomain, { organization: net.hq.id, host: 'x.example.com' }, dealer)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { id } = await perform(addDomain, { organization: net.d2.party, host: 'd2.example.com' }, dealer)
    await expect(perform(settleDomain, { id, method: 'dns', problem: null }, dealer)).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    const other = await aNetwork()
    await expect(perform(removeDomain, { id }, await other.caller(other.people.admin))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
