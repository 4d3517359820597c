import { createHash, randomInt } from 'node:crypto'

/** An API key as text: `tf_live_<8 id>_<32 secret>`. The id is no secret and names the key in lists and audit. */
export interface KeyText {
  prefix: string
  secret: string
}

const FORM = /^tf_live_([a-z0-9]{8})_([A-Za-z0-9]{32})$/
const SMALL = 'abcdefghijklmnopqrstuvwxyz0123456789'
const ALL = `${SMALL}ABCDEFGHIJKLMNOPQRSTUVWXYZ`

/** What every key begins with; wherever else than in the Authorization header it stands, it is a mistake. */
export const KEY_MARK = 'tf_live_'

/** The key of an Authorization header (`Bearer tf_live_…`); null when the header holds none, `broken` when it is cut off. */
export function keyOf(headers: Headers): KeyText | 'broken' | null {
  const given = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (!given?.startsWith(KEY_MARK)) return null
  const [, prefix, secret] = FORM.exec(given) ?? []
  return prefix && secret ? { prefix, secret } : 'broken'
}

/** A new id for a key. */
export const newPrefix = (): string => randomText(SMALL, 8)

/** A new secret of a key (190 bits). */
export const newSecret = (): string => randomText(ALL, 32)

/** The key as it is shown once. */
export function keyText({ prefix, secret }: KeyText): string {
  return `${KEY_MARK}${prefix}_${secret}`
}

/** What is stored of a key: SHA-256 of the whole text. It is long and random, so nothing slower is needed. */
export function keyHash(key: KeyText): Buffer {
  return createHash('sha256').update(keyText(key)).digest()
}

function randomText(letters: string, length: number): string {
  return Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')
}
