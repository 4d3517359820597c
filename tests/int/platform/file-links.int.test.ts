import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { z } from 'zod'

import { keepFile } from '@/domain/content'
import { removeMember } from '@/domain/identity'
import { redeemLink } from '@/endpoints/file-links'
import { openSession } from '@/platform/access/sign-in'
import { storeFile } from '@/platform/files'
import { fileAddress } from '@/platform/http/file-link'
import { defineOperation } from '@/platform/operation'
import { perform } from '@/platform/perform'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'
import { aPerson, type Person } from '@tests/builders/people'

type LinkBody = { data: { url: string; expiresAt: string }; error: { code: string } }

let network: Network
let file: string

const keeping = defineOperation({
  name: 'test.keep',
  permission: null,
  scope: 'organization',
  summary: 'Keep a file',
  input: z.strictObject({ storageKey: z.string(), bytes: z.number(), sha256: z.string() }),
  run: (ctx, stored) => {
    const { id: organization, tree } = ctx.organization
    return Promise.resolve(
      keepFile(ctx, {
        tenant: { organization, tree, branch: null } as never,
        name: 'Invoice 1.pdf',
        mime: 'application/pdf',
        subject: { type: 'invoices', id: randomUUID() },
        ...stored,
      }),
    )
  },
})

beforeAll(async () => {
  network = await aNetwork()
  const stored = await storeFile(`${network.d1.party}/invoices/${randomUUID()}.pdf`, Buffer.from('%PDF-1.7 bytes'))
  file = (await perform(keeping, stored, await network.asSystem(network.d1.party))) as string
})

const linkFor = async (person: Person, query = '') => {
  const { token } = await openSession(network.payload, person.user)
  return send<LinkBody>(network.payload, 'GET', `/api/v1/files/${file}/link${query}`, { token })
}
const redeem = (url: string, id = file) => redeemLink(new Request(url), id, network.payload)
const changed = (url: string, name: string, value: string) => {
  const next = new URL(url)
  next.searchParams.set(name, value)
  return next.href
}

describe('6.7: links to files', () => {
  test('open the file without a session, saved or shown as asked for, and nothing in it runs', async () => {
    const saved = await redeem((await linkFor(network.d1.admin)).body.data.url)
    expect([saved.status, await saved.text()]).toEqual([200, '%PDF-1.7 bytes'])
    expect(saved.headers.get('content-disposition')).toContain('attachment; filename="Invoice 1.pdf"')
    expect(saved.headers.get('content-security-policy')).toContain("default-src 'none'")
    const shown = await redeem((await linkFor(network.d1.admin, '?disposition=inline')).body.data.url)
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/)
    expect((await linkFor(network.d1.admin, '?disposition=maybe')).status).toBe(400)
  })

  test('are bound to person, organization, disposition, file and time', async () => {
    const { url } = (await linkFor(network.d1.admin)).body.data
    for (const [name, value] of [
      ['e', '9999999999'],
      ['u', network.people.admin.user],
      ['o', network.hq.id],
      ['d', 'inline'],
      ['k', 'k9'],
      ['s', 'x'.repeat(43)],
      ['s', ''],
    ] as const)
      expect([name, (await redeem(changed(url, name, value))).status]).toEqual([name, 400])
    expect((await redeem(url, randomUUID())).status).toBe(400)
    const old = fileAddress({
      file,
      user: network.d1.admin.user,
      organization: network.d1.party,
      inline: false,
      expires: Math.floor(Date.now() / 1000) - 1,
    })
    expect(await (await redeem(old)).json()).toMatchObject({ error: { code: 'TOKEN_INVALID' } })
  })

  test('are not given for files of others, in the words for what does not exist', async () => {
    const foreign = await linkFor(network.d2.admin)
    const { token } = await openSession(network.payload, network.d2.admin.user)
    const missing = await send<LinkBody>(network.payload, 'GET', `/api/v1/files/${randomUUID()}/link`, { token })
    expect([foreign.status, foreign.body.error]).toEqual([404, missing.body.error])
    // A link one signs for somebody else opens nothing that one may not open.
    const forged = fileAddress({
      file,
      user: network.d2.admin.user,
      organization: network.d1.party,
      inline: false,
      expires: Math.floor(Date.now() / 1000) + 60,
    })
    expect((await redeem(forged)).status).toBe(404)
  })

  test('stop with the right of their person', async () => {
    const by = await network.caller(network.d1.admin)
    const leaving = await aPerson(network.payload, by, {
      organization: network.d1.party,
      email: 'leaving@d1.example',
      name: 'Leaving Soon',
      roles: ['dealer-admin'],
    })
    const { url } = (await linkFor(leaving)).body.data
    expect((await redeem(url)).status).toBe(200)
    await perform(removeMember, { id: leaving.membership }, by)
    expect((await redeem(url)).status).toBeGreaterThanOrEqual(400)
  })
})
