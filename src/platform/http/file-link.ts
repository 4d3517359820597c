import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { env } from '@/platform/env'
import { keyRing } from '@/platform/keys/keys'

/** What a link to a file is good for: one person, one file of one organization, shown or saved, for five minutes. */
export interface FileLink {
  file: string
  user: string
  organization: string
  inline: boolean
  /** Seconds since 1970. */
  expires: number
}

/** How long a link works. It opens nothing its person may not open at that moment. */
export const LINK_SECONDS = 300

/** The address of a link, signed with a key made from the active data key. */
export function fileAddress(link: FileLink): string {
  const key = keyRing().active
  const query = new URLSearchParams({
    ...{
      e: String(link.expires),
      u: link.user,
      o: link.organization,
      d: link.inline ? 'inline' : 'attachment',
      k: key,
    },
    s: signature(key, link),
  })
  return `${env.SERVER_URL.replace(/\/$/, '')}/f/${link.file}?${query}`
}

/** The link behind an address; null when it was changed, signed with a key that is gone, or is too old. */
export function linkOf(file: string, query: URLSearchParams, now: number): FileLink | null {
  const field = (name: string) => query.get(name) ?? ''
  const link: FileLink = {
    file,
    user: field('u'),
    organization: field('o'),
    inline: field('d') === 'inline',
    expires: Number(field('e')),
  }
  if (!keyRing().keys.has(field('k')) || !isEqual(field('s'), signature(field('k'), link))) return null
  return link.expires * 1_000 > now ? link : null
}

function signature(key: string, { file, user, organization, inline, expires }: FileLink): string {
  const secret = hkdfSync('sha256', keyRing().keys.get(key) ?? '', 'thoroughfare', 'file links v1', 32)
  return createHmac('sha256', Buffer.from(secret))
    .update([file, user, organization, inline, expires].join('|'))
    .digest('base64url')
}

function isEqual(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
