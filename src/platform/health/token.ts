import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether a request carries the token as `Authorization: Bearer …`; compared in constant time whatever their lengths. */
export function carriesToken(headers: Headers, token: string): boolean {
  const given = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? ''
  return timingSafeEqual(digest(given), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
