import { deflateSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import sharp from 'sharp'

import { dispositionOf, download, withFilePolicy } from '@/platform/http/download'
import { cleanName } from '@/platform/uploads/clean-name'
import { cleanPicture } from '@/platform/uploads/clean-picture'

const square = () => sharp({ create: { width: 8, height: 4, channels: 3, background: 'red' } })
const refused = (data: Buffer | string) =>
  expect(cleanPicture(Buffer.from(data))).rejects.toMatchObject({ code: 'UPLOAD_REFUSED', status: 422 })

// A PNG of any claimed size whose rows all are nothing: a few kilobytes that unpack to gigabytes.
function bomb(width: number, height: number, rows: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length)
    body.copy(out, 4)
    out.writeUInt32BE(crc(body), body.length + 4)
    return out
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows), { level: 9 })
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc(data: Buffer): number {
  let sum = 0xffffffff
  for (const byte of data) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

describe('uploads: what a picture is', () => {
  test.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)(
    '%s is made anew, upright and without what was hidden in it',
    async (format) => {
      const exif = { IFD0: { Copyright: 'SECRET-OWNER' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } }
      const source = await square().withExif(exif).withMetadata({ orientation: 6 }).toFormat(format).toBuffer()
      const { data, mime } = await cleanPicture(Buffer.concat([source, Buffer.from('<script>hidden</script>')]))
      const metadata = await sharp(data).metadata()
      expect(mime).toBe(`image/${format}`)
      expect(metadata.exif).toBeUndefined()
      expect(metadata.orientation ?? 1).toBe(1)
      expect(data.toString('latin1')).not.toMatch(/SECRET-OWNER|hidden/)
    },
  )

  test('is told by its bytes, whatever it is called', async () => {
    await refused('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    await refused('<!doctype html><script>alert(1)</script>')
    await refused('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>')
    await refused('MZ\x90\x00')
    await refused('PK\x03\x04')
    await refused('%PDF-1.7 /JavaScript')
    await refused('')
    await refused(Buffer.from('89504e470d0a1a0a', 'hex'))
    // A GIF that is also a script.
    await refused('GIF89a/*\x00\x00*/=1;alert(1)//')
  })

  test('30,000 x 30,000 pixels and other bombs are refused before they are unpacked', async () => {
    const before = process.memoryUsage().rss
    await refused(bomb(30_000, 30_000, 30_000))
    await refused(bomb(65_000, 65_000, 10))
    await refused(bomb(6_000, 6_000, 3))
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000)
    const frames = await sharp(
      Array.from({ length: 210 }, (_, n) => ({
        create: { width: 4, height: 4, channels: 3 as const, background: n % 2 ? 'red' : 'blue' },
      })) as never,
      { join: { animated: true } },
    )
      .gif()
      .toBuffer()
    await expect(cleanPicture(frames)).rejects.toThrow('more than 200 frames')
  })
})

describe('uploads: names', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\win.ini', 'win.ini'],
    ['invoice\r\nSet-Cookie: a=b.pdf', 'invoiceSet-Cookie a=b.pdf'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['.htaccess', 'htaccess'],
    ['a\0b.png', 'ab.png'],
    ['"; rm -rf.csv', '; rm -rf.csv'],
    ['   ', 'file'],
    ['...', 'file'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(116)}.pdf`],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanName(given)).toBe(clean)
  })
})

describe('6.7: how files are served', () => {
  test('only pictures, PDFs and videos are shown; the rest is saved, and nothing in any of them runs', () => {
    const shown = (mime: string) => dispositionOf({ name: 'a.b', mime, inline: true }).split(';')[0]
    for (const mime of ['image/png', 'application/pdf', 'video/mp4']) expect(shown(mime)).toBe('inline')
    for (const mime of ['text/html', 'image/svg+xml', 'application/xml', 'text/csv', 'image/png; charset=x'])
      expect(shown(mime)).toBe('attachment')
    const { headers } = download(Buffer.from('x'), { name: 'a.html', mime: 'text/html', inline: true })
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*; sandbox$/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(withFilePolicy(new Headers({ 'content-type': 'image/svg+xml' })).get('content-disposition')).toBe(
      'attachment',
    )
  })
})
