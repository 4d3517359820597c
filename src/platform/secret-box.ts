import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/platform/env'

const KEY = Buffer.from(hkdfSync('sha256', env.PAYLOAD_SECRET, 'thoroughfare', 'secret-box v1', 32))

/**
 * Seals a short secret (AES-256-GCM) so that it can wait in an event for the job that needs it. `purpose` is bound to
 * it: text sealed for one purpose does not open for another.
 */
export function seal(secret: string, purpose: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', KEY, iv).setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return ['v1', iv.toString('base64url'), sealed.toString('base64url'), cipher.getAuthTag().toString('base64url')].join('.')
}

/** Opens what `seal` made for the same purpose; throws when it was changed, or sealed under another PAYLOAD_SECRET. */
export function unseal(box: string, purpose: string): string {
  const [version, iv = '', sealed = '', tag = ''] = box.split('.')
  if (version !== 'v1') throw new Error('This is not a sealed value.')
  const decipher = createDecipheriv('aes-256-gcm', KEY, Buffer.from(iv, 'base64url'))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString('utf8')
}
