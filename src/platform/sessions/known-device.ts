import { createHmac, hkdfSync, randomUUID, timingSafeEqual } from 'node:crypto'
import { env } from '@/platform/env'

const KEY = Buffer.from(hkdfSync('sha256', env.PAYLOAD_SECRET, 'thoroughfare', 'known-device v1', 32))
const NAME = `${env.SERVER_URL.startsWith('https:') ? '__Host-tf' : 'tf'}-device`
/** People who share a browser each have their mark; more than these push out the oldest. */
const MOST = 5
const SECONDS = Math.round(env.DEVICE_DAYS * 86_400)

interface Mark {
  device: string
  until: number
  seal: string
}

/**
 * The id of this browser for a person who signed in from it before; null when it is not known for the person. The mark
 * gives no access: it only has a counter of wrong passwords of its own, so that a stranger cannot lock the person out.
 */
export function knownDevice(headers: Headers, user: string, now = Date.now()): string | null {
  return marksIn(headers).find((mark) => mark.until * 1000 > now && isSealedFor(mark, user))?.device ?? null
}

/** The cookie that makes this browser known for a person for DEVICE_DAYS; marks of other people in it stay. */
export function deviceCookie(headers: Headers, user: string, now = Date.now()): string {
  const kept = marksIn(headers).filter((mark) => mark.until * 1000 > now)
  const device = kept.find((mark) => isSealedFor(mark, user))?.device ?? randomUUID()
  const until = Math.floor(now / 1000) + SECONDS
  const own = { device, until, seal: sealOf(user, device, until) }
  const marks = [own, ...kept.filter((mark) => !isSealedFor(mark, user))].slice(0, MOST)
  const value = marks.map((mark) => `${mark.device}.${mark.until}.${mark.seal}`).join('~')
  const secure = env.SERVER_URL.startsWith('https:') ? '; Secure' : ''
  return `${NAME}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SECONDS}${secure}`
}

function marksIn(headers: Headers): Mark[] {
  const cookie = headers.get('cookie')?.split(/;\s*/).find((part) => part.startsWith(`${NAME}=`))
  const parts = (cookie?.slice(NAME.length + 1) ?? '').split('~').slice(0, MOST)
  return parts.flatMap((part) => {
    const [, device = '', until = '', seal = ''] = /^([0-9a-f-]{36})\.(\d{1,12})\.([\w-]{43})$/.exec(part) ?? []
    return device ? [{ device, until: Number(until), seal }] : []
  })
}

function isSealedFor({ device, until, seal }: Mark, user: string): boolean {
  const [given, wanted] = [Buffer.from(seal), Buffer.from(sealOf(user, device, until))]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function sealOf(user: string, device: string, until: number): string {
  return createHmac('sha256', KEY).update(`${user} ${device} ${until}`).digest('base64url')
}
