import { createHash, createPublicKey, verify } from 'node:crypto'

/** True when the owner of a public key signed this text. */
export function isSigned(text: string, signature: string, publicKey: string): boolean {
  try {
    return verify(null, Buffer.from(text), createPublicKey(publicKey), Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

/** What tells a public key apart, short enough to be read out: 16 hex digits of its SHA-256. */
export function fingerprintOf(publicKey: string): string {
  return createHash('sha256').update(publicKey.trim()).digest('hex').slice(0, 16)
}
