import { jwtVerify } from 'jose'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Who a session token speaks of. */
export interface TokenClaims {
  id: string
  sid: string
}

/** Verifies a token that Payload signed (HS256, authVersion 1); null for anything else. The session is checked later. */
export async function verifyToken(token: string, secret: string): Promise<TokenClaims | null> {
  try {
    const key = new TextEncoder().encode(secret)
    const { payload: claims, protectedHeader } = await jwtVerify(token, key, { algorithms: ['HS256'] })
    if (protectedHeader['authVersion'] !== 1 || claims['collection'] !== 'users') return null
    const { id, sid } = claims
    if (typeof id !== 'string' || typeof sid !== 'string' || !UUID.test(id)) return null
    return { id, sid }
  } catch {
    return null
  }
}
