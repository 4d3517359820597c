import { hkdfSync } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { env } from '@/platform/env'
import { openIn, parseKeyRing, sealIn, type KeyRing, type Place } from '@/platform/keys/ring'

export type { Place }
export { keyIdOf } from '@/platform/keys/ring'

/** The id of the key that is made from PAYLOAD_SECRET. It opens what was sealed before TF_DATA_KEYS was set. */
export const DERIVED = 'derived'

let ring: KeyRing | undefined

/**
 * The key ring of this process: TF_DATA_KEYS, else TF_DATA_KEYS_FILE, else one key derived from PAYLOAD_SECRET. Throws a
 * sentence for a ring that cannot be used: too short, an example, the session secret again, readable by others.
 */
export function keyRing(): KeyRing {
  ring ??= withDerived(env.TF_DATA_KEYS ?? fileOfKeys(env.TF_DATA_KEYS_FILE))
  return ring
}

/** Seals a text for one place with the active key of this process. */
export function seal(text: string, place: Place): string {
  return sealIn(keyRing(), text, place)
}

/** Opens what `seal` made for the same place; throws otherwise. */
export function unseal(sealed: string, place: Place): string {
  return openIn(keyRing(), sealed, place)
}

function withDerived(text: string | undefined): KeyRing {
  const derived = Buffer.from(hkdfSync('sha256', env.PAYLOAD_SECRET, 'thoroughfare', 'data key v1', 32))
  if (text === undefined) return { active: DERIVED, keys: new Map([[DERIVED, derived]]) }
  if (text.includes(env.PAYLOAD_SECRET))
    throw new Error('A data key must not be PAYLOAD_SECRET: it is changed at other times.')
  const { active, keys } = parseKeyRing(text)
  if (keys.has(DERIVED)) throw new Error(`TF_DATA_KEYS must not name a key ${DERIVED}; choose another id.`)
  return { active, keys: new Map([...keys, [DERIVED, derived]]) }
}

function fileOfKeys(file: string | undefined): string | undefined {
  if (file === undefined) return undefined
  const { mode } = statSync(file)
  if ((mode & 0o077) !== 0)
    throw new Error(`${file} can be read by others; make it readable by its owner alone (chmod 600).`)
  return readFileSync(file, 'utf8')
}
