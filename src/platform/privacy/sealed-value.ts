import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** How a sealed personal value begins; the subject whose key opens it follows. */
export const SEALED = 'p1:'

/** Seals a value (as JSON) with the key of its subject, for one field: `p1:<subject>:<iv>:<ct>:<tag>`, AES-256-GCM. */
export function sealValue(value: unknown, subject: string, field: string, key: Buffer): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(`${subject}|${field}`))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value) ?? 'null', 'utf8'), cipher.final()])
  return `${SEALED}${[subject, ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join(':')}`
}

/** The subject of a sealed value; null for any other value. */
export function subjectOfSealed(value: unknown): string | null {
  if (typeof value !== 'string' || !value.startsWith(SEALED)) return null
  return /^p1:([0-9a-f-]{36}):[\w-]+:[\w-]*:[\w-]+$/.exec(value)?.[1] ?? null
}

/** Opens a sealed value; throws when it was changed or belongs to another field or subject. */
export function openValue(sealed: string, field: string, key: Buffer): unknown {
  const [, subject = '', iv = '', text = '', tag = ''] = sealed.split(':')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: 16 })
    .setAAD(Buffer.from(`${subject}|${field}`))
    .setAuthTag(Buffer.from(tag, 'base64url'))
  return JSON.parse(Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8'))
}
