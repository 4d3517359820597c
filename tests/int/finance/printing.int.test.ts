import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'

import { z } from 'zod'

import { fileFor, keepFile } from '@/domain/content'
import { attachPdf, invoiceView, voidInvoice } from '@/domain/finance'
import { printInvoice } from '@/domain/finance/print'
import { financeJobs } from '@/jobs/finance'
import { defineOperation } from '@/platform/operation'
import { perform } from '@/platform/perform'
import { readStored, storeFile } from '@/platform/files'
import { filesDir } from '@/platform/env'
import { jobTable } from '@/platform/queue/jobs'
import { aDraft, anInvoice, callOver } from '@tests/builders/finance'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

const jobs = jobTable(financeJobs)
const fileOf = async (id: string) =>
  (await net.payload.db.pool.query<{ pdf: string | null }>('select pdf_id as pdf from invoices where id = $1', [id]))
    .rows[0]?.pdf ?? ''

describe('the printed invoice', () => {
  it('is made once after posting, lies in the file store with its checksum, and both parties may open it', async () => {
    const { id, number } = await anInvoice(net)
    await drainJobs(net.payload, jobs)
    const file = await fileFor(await net.reader(net.d1.buyer), await fileOf(id))
    expect(file).toMatchObject({
      name: `${number}.pdf`,
      mime: 'application/pdf',
      storageKey: `${net.hq.id}/invoices/${id}.pdf`,
    })
    const bytes = await readStored(file.storageKey, file.sha256)
    expect([bytes?.subarray(0, 5).toString(), bytes?.length]).toEqual(['%PDF-', file.bytes])
    expect((await fileFor(await net.reader(net.people.finance), file.id)).id).toBe(file.id)
    for (const stranger of [net.d2.admin, (await aNetwork()).people.admin]) {
      await expect(net.reader(stranger).then((reader) => fileFor(reader, file.id))).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'The file was not found.',
      })
    }
    const again = await perform(
      attachPdf,
      { id, storageKey: 'x', bytes: 1, sha256: '0'.repeat(64) },
      await net.asSystem(),
    )
    expect(again.file).toBe(file.id)
  })

  it('X7 prints the same bytes again from the same rows', async () => {
    const { id } = await anInvoice(net)
    await drainJobs(net.payload, jobs)
    const reader = await net.reader(net.people.finance)
    const file = await fileFor(reader, await fileOf(id))
    const printed = await printInvoice(reader, await invoiceView(reader, id))
    expect(createHash('sha256').update(printed).digest('hex')).toBe(file.sha256)
  })

  it('is answered before the job ran, after the bytes were lost, and with a mark for drafts and voids', async () => {
    const finance = await callOver(net, net.people.finance)
    const { id, number } = await anInvoice(net)
    const before = await finance('GET', `/invoices/${id}/pdf`)
    expect([before.status, before.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(before.headers.get('content-disposition')).toContain(`filename="${number}.pdf"`)
    expect(before.headers.get('cache-control')).toBe('private, no-store')
    await drainJobs(net.payload, jobs)
    await rm(path.join(filesDir(), 'private', net.hq.id, 'invoices', `${id}.pdf`))
    expect((await finance('GET', `/invoices/${id}/pdf`)).status).toBe(200)
    expect((await finance('GET', `/files/${await fileOf(id)}`)).status).toBe(404)
    await perform(voidInvoice, { id, reason: 'Wrong.' }, await net.caller(net.people.finance))
    expect((await finance('GET', `/invoices/${id}/pdf`)).status).toBe(200)
    const draft = await aDraft(net)
    expect((await finance('GET', `/invoices/${draft}/pdf`)).status).toBe(200)
    const dealer = await callOver(net, net.d1.admin)
    expect((await dealer('GET', `/invoices/${draft}/pdf`)).status).toBe(404)
    expect((await dealer('GET', '/invoices/nonsense/pdf')).status).toBe(404)
  })

  it('a file made for a person is opened by that person only, not by colleagues who read all files', async () => {
    const { admin, finance } = net.people
    const stored = await storeFile(`${net.hq.id}/exports/one.csv`, Buffer.from('a,b'))
    const make = defineOperation({
      name: 'test.export',
      permission: null,
      scope: 'organization',
      summary: 'x',
      input: z.strictObject({}),
      run: async (ctx) => {
        const tenant = { organization: ctx.organization.id, tree: ctx.organization.tree }
        return Promise.resolve(
          keepFile(ctx, {
            ...stored,
            tenant,
            name: 'Größe "1".csv',
            mime: 'text/csv',
            subject: { type: 'exports', id: ctx.id() },
            person: finance.user,
          }),
        )
      },
    })
    const id = await perform(make, {}, await net.asSystem())
    const [own, colleague] = [await callOver(net, finance), await callOver(net, admin)]
    const answer = await own('GET', `/files/${id}`)
    expect([answer.status, await answer.text()]).toEqual([200, 'a,b'])
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Gr__e 1.csv"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%201.csv`,
    )
    expect((await colleague('GET', `/files/${id}`)).status).toBe(404)
    expect((await own('GET', `/files/${net.hq.id}`)).status).toBe(404)
  })

  it('the file store refuses keys that lead elsewhere and notices changed bytes', async () => {
    for (const key of ['../x', `${net.hq.id}/../x`, '/etc/passwd', `${net.hq.id}`, `${net.hq.id}/A\0`]) {
      await expect(storeFile(key, Buffer.from('x'))).rejects.toThrow(/no key/)
    }
    const stored = await storeFile(`${net.hq.id}/tests/one.txt`, Buffer.from('one'))
    await storeFile(`${net.hq.id}/tests/one.txt`, Buffer.from('two'))
    expect(await readStored(stored.storageKey, stored.sha256)).toBeNull()
    expect((await readStored(stored.storageKey))?.toString()).toBe('two')
    expect(await readStored(`${net.hq.id}/tests/none.txt`)).toBeNull()
  })
})
