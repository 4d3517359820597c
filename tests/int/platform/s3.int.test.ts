import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import sharp from 'sharp'

import type { Network } from '@tests/builders/network'

const directory = mkdtempSync(path.join(tmpdir(), 'tf-s3-'))
let server: { run: () => Promise<{ port: number }>; close: () => Promise<void> }
let network: Network

// A server that speaks S3 over HTTP on this machine; the environment is read with the configuration.
beforeAll(async () => {
  const { default: S3rver } = await import('s3rver')
  server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: 'files' }] })
  const { port } = await server.run()
  Object.assign(process.env, {
    ...{ S3_BUCKET: 'files', S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_PATH_STYLE: '1' },
    ...{ S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' },
  })
  const { aNetwork } = await import('@tests/builders/network')
  network = await aNetwork()
})
afterAll(async () => {
  await server.close()
  rmSync(directory, { recursive: true, force: true })
})

const ORGANIZATION = '018f0000-0000-7000-8000-000000000001'

describe('files in a bucket', () => {
  test('are put, replaced and read like those on disk, with their checksum', async () => {
    const { readStored, storeFile, storeStream } = await import('@/platform/files')
    const key = `${ORGANIZATION}/invoices/a.pdf`
    const pieces = Array.from({ length: 30 }, (_, n) => Buffer.alloc(100_000, n))
    const stored = await storeStream(key, pieces)
    expect(stored.bytes).toBe(3_000_000)
    expect((await readStored(key, stored.sha256))?.equals(Buffer.concat(pieces))).toBe(true)
    expect(await readStored(key, 'another')).toBeNull()
    await storeFile(key, Buffer.from('new'))
    expect((await readStored(key))?.toString()).toBe('new')
    expect(await readStored(`${ORGANIZATION}/invoices/b.pdf`)).toBeNull()
    await expect(readStored(`${ORGANIZATION}/../x`)).rejects.toThrow('is no key')
  })

  test('a piece that fails leaves nothing behind', async () => {
    const { readStored, storeStream } = await import('@/platform/files')
    async function* broken() {
      yield Buffer.from('half')
      await Promise.resolve()
      throw new Error('the source broke')
    }
    await expect(storeStream(`${ORGANIZATION}/exports/half.csv`, broken())).rejects.toThrow('the source broke')
    expect(await readStored(`${ORGANIZATION}/exports/half.csv`)).toBeNull()
  })

  test('are listed with their time, and removed', async () => {
    const { readStored, removeStored, storedBefore, storeFile } = await import('@/platform/files')
    const key = `${ORGANIZATION}/exports/old.csv`
    await storeFile(key, Buffer.from('old'))
    const listed: string[] = []
    for await (const keys of storedBefore(new Date(Date.now() + 60_000))) listed.push(...keys)
    expect(listed).toContain(key)
    for await (const keys of storedBefore(new Date(Date.now() - 60_000))) expect(keys).not.toContain(key)
    await removeStored(key)
    expect(await readStored(key)).toBeNull()
  })

  test('have an address of their own for a minute, with the name and type we say', async () => {
    const { addressOfStored, storeFile } = await import('@/platform/files')
    const key = `${ORGANIZATION}/exports/list.csv`
    await storeFile(key, Buffer.from('a,b\n'))
    const address = await addressOfStored(key, { disposition: 'attachment; filename="list.csv"', mime: 'text/csv' })
    const url = new URL(address ?? '')
    expect(url.searchParams.get('X-Amz-Expires')).toBe('60')
    const answer = await fetch(url)
    expect([answer.status, await answer.text()]).toEqual([200, 'a,b\n'])
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="list.csv"')
    expect(answer.headers.get('content-type')).toContain('text/csv')
  })

  test('pictures go there with their sizes and come back through our own access', async () => {
    const { payload, people, hq } = network
    const { readMedia } = await import('@/platform/files')
    const { knock } = await import('@tests/builders/http')
    const { openSession } = await import('@/platform/access/sign-in')
    const data = await sharp({ create: { width: 600, height: 300, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Copyright: 'SECRET' } })
      .jpeg()
      .toBuffer()
    const file = { data, mimetype: 'image/png', name: '../../x.php', size: data.length }
    const made = await payload.create({
      collection: 'media',
      data: { alt: 'Red', organization: hq.id, tree: hq.id, revision: 1 },
      file,
      overrideAccess: true,
    })
    expect(made.filename).toMatch(/^[0-9a-f-]{36}\.jpg$/)
    expect(made.mimeType).toBe('image/jpeg')
    expect((await readMedia(made.filename ?? ''))?.toString('latin1')).not.toContain('SECRET')
    expect((await readMedia(made.sizes?.thumb?.filename ?? ''))?.length).toBeGreaterThan(0)
    const { token } = await openSession(payload, people.admin.user)
    const ask = (headers: Record<string, string>) =>
      knock(payload, new Request(`http://localhost:3000/api/media/file/${made.filename}`, { headers }))
    const shown = await ask({ authorization: `JWT ${token}` })
    expect(shown.status).toBe(200)
    expect(shown.headers.get('content-type')).toBe('image/jpeg')
    expect(shown.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await ask({})).status).toBeGreaterThanOrEqual(401)
    const { filesPresent } = await import('@/platform/doctor/checks-files')
    expect((await filesPresent(payload.db.pool)).offenders).toEqual([])
    await payload.delete({ collection: 'media', id: made.id, overrideAccess: true })
    expect(await readMedia(made.filename ?? '')).toBeNull()
  })
})
