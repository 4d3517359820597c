import { ERRORS } from '@/kernel/errors'
import { CANARY } from '@tests/int/matrix/world'
import type { Sent } from './ground'

const CODES: Record<string, number> = Object.fromEntries(
  Object.entries(ERRORS).map(([code, { status }]) => [code, status]),
)
const INNARDS =
  /\b(select|insert|update) .* (from|into|set)\b|syntax error|violates|pg_|TypeError|ReferenceError|at .*\.[jt]s:\d|node_modules|\[object |\bundefined\b/i

/** What is wrong with an answer, in words; null when nothing is. */
export function faultIn({ status, body, headers }: Sent): string | null {
  if (status >= 500) return `answered ${status}: ${JSON.stringify(body)}`
  if (JSON.stringify(body).includes(CANARY)) return 'shows something of the other tree'
  if (!headers.get('content-type')?.includes('json')) return status < 400 ? null : `refused with ${status} and no JSON`
  return status < 400 ? null : faultOfRefusal(status, body)
}

function faultOfRefusal(
  status: number,
  body: Sent['body'] & { success?: boolean; timestamp?: string; requestId?: string },
): string | null {
  const { error } = body
  if (body.success !== false || !error || !body.timestamp || !body.requestId)
    return `refused without the envelope: ${JSON.stringify(body)}`
  if (CODES[error.code] !== status) return `the code ${error.code} does not stand for ${status}`
  if (!/^\S[^\n\r]{2,598}[.!?]$/.test(error.message))
    return `refused with no sentence: ${JSON.stringify(error.message)}`
  return INNARDS.test(error.message) ? `speaks of its innards: ${error.message}` : null
}
