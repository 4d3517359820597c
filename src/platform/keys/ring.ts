import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Keys by id, 32 bytes each; the active one seals, all of them open. */
export interface KeyRing {
  active: string
  keys: ReadonlyMap<string, Buffer>
}

/** Where a sealed value lies. It is bound to it: the same text copied to another place does not open (6.6). */
export interface Place {
  table: string
  row: string
  column: string
  tenant: string | null
}

const KEY_BYTES = 32
const ENTRY = /^([a-z0-9][a-z0-9_-]{0,31}):([A-Za-z0-9+/_-]{43}=?)$/

/**
 * The ring in a text `k2:base64,k1:base64` (commas or lines between the keys, the first is active). Throws a sentence
 * for an entry that is no id with a key of 32 bytes, an id used twice, and a key that is no random one.
 */
export function parseKeyRing(text: string): KeyRing {
  const keys = new Map<string, Buffer>()
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const [, id, encoded] = ENTRY.exec(entry) ?? []
    if (!id || !encoded) throw new Error('TF_DATA_KEYS holds entries like k1:<32 bytes as base64>, the newest first.')
    if (keys.has(id)) throw new Error(`TF_DATA_KEYS names the key ${id} twice.`)
    keys.set(id, randomKey(id, Buffer.from(encoded, 'base64')))
  }
  const [active] = keys.keys()
  if (active === undefined) throw new Error('TF_DATA_KEYS holds no key.')
  return { active, keys }
}

/** Seals a text for one place with the active key (AES-256-GCM, fresh 96-bit IV): `v1:<keyId>:<iv>:<ct>:<tag>`. */
export function sealIn(ring: KeyRing, text: string, place: Place): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(ring, ring.active), iv).setAAD(bound(place))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return ['v1', ring.active, ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join(':')
}

/** Opens what was sealed for this very place; throws when it was changed, copied here, or its key is gone. */
export function openIn(ring: KeyRing, sealed: string, place: Place): string {
  const [version, id = '', iv = '', text = '', tag = ''] = sealed.split(':')
  if (version !== 'v1') throw new Error('This is not a sealed value.')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(ring, id), Buffer.from(iv, 'base64url'), { authTagLength: 16 })
    .setAAD(bound(place))
    .setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8')
}

/** The id of the key a value is sealed with; null when it is no sealed value. */
export function keyIdOf(sealed: string): string | null {
  return /^v1:([a-z0-9_-]+):[\w-]{16}:[\w-]*:[\w-]{22}$/.exec(sealed)?.[1] ?? null
}

function keyOf(ring: KeyRing, id: string): Buffer {
  const key = ring.keys.get(id)
  if (!key) throw new Error(`The data key ${id} is not in TF_DATA_KEYS.`)
  return key
}

// A word or one repeated byte encoded as base64 is an example somebody forgot to replace.
function randomKey(id: string, key: Buffer): Buffer {
  if (key.length !== KEY_BYTES) throw new Error(`The data key ${id} must be 32 bytes, base64 encoded.`)
  if (new Set(key).size < 12) throw new Error(`The data key ${id} is not random; draw it with: openssl rand -base64 32`)
  return key
}

function bound({ table, row, column, tenant }: Place): Buffer {
  return Buffer.from([table, row, column, tenant ?? ''].join('|'))
}
