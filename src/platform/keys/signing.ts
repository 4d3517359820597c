import { createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { seal, unseal } from '@/platform/keys/keys'
import type { Ask } from '@/platform/privacy/subject-keys'

/** The key that signs what leaves the database and must be believed outside of it (Ed25519, PEM). */
export interface SigningKey {
  publicKey: string
  privateKey: string
}

const READ = 'select id, public_key as "publicKey", sealed from signing_keys order by created_at desc, id limit 1'
const MAKE = 'insert into signing_keys (id, public_key, sealed) values ($1::uuid, $2, $3)'

const placeOf = (id: string) => ({ table: 'signing_keys', row: id, column: 'sealed', tenant: null })

/** The signing key of this installation, made when there is none yet. */
export async function signingKey(ask: Ask): Promise<SigningKey> {
  await ask('select pg_advisory_xact_lock(7261003)', [], 'tf_signing_lock')
  const [found] = await ask<{ id: string; publicKey: string; sealed: string }>(READ, [], 'tf_signing_key')
  if (found) return { publicKey: found.publicKey, privateKey: unseal(found.sealed, placeOf(found.id)) }
  const id = randomUUID()
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  await ask(MAKE, [id, publicKey, seal(privateKey, placeOf(id))], 'tf_signing_make')
  return { publicKey, privateKey }
}

/** Signs a text; base64url. */
export function signText(text: string, { privateKey }: SigningKey): string {
  return sign(null, Buffer.from(text), createPrivateKey(privateKey)).toString('base64url')
}
