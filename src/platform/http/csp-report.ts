import type { Payload } from 'payload'
import { failed } from '@/platform/http/envelope'
import { requestFacts } from '@/platform/http/request-facts'
import { countRequest } from '@/platform/limits/count'
import { log } from '@/platform/log'
import { noteSignal } from '@/platform/recorder/note-signal'

const MAX_BYTES = 16_000
const MAX_TEXT = 200

/** What a policy stopped, as far as we keep it: no query strings and no samples of scripts, they may hold secrets. */
export interface PolicyReport {
  directive: string
  blocked: string
  page: string
}

/**
 * Takes a browser's report of what a page's policy stopped: a warning in the log and a signal for the security events.
 * Answers 204 whatever is in it, since anybody can send one; senders are counted like other strangers.
 */
export async function receiveReport(request: Request, payload: Payload): Promise<Response> {
  const { requestId, ip, agent } = requestFacts(request)
  try {
    await countRequest({ kind: 'address', ip }, { name: null, tell: () => undefined })
    const report = reportOf(await textOf(request))
    if (report) {
      log.warn({ msg: 'content policy stopped something', ...report, requestId })
      noteSignal(payload, 'csp-report', { request: { ip, agent }, facts: { ...report } })
    }
    return new Response(null, { status: 204 })
  } catch (error) {
    return failed(error, requestId)
  }
}

/** The report in a body of either form browsers send; null when it is none. */
export function reportOf(text: string): PolicyReport | null {
  const body = parsed(text)
  const first: unknown = Array.isArray(body)
    ? (body[0] as { body?: unknown } | undefined)?.body
    : (body as { 'csp-report'?: unknown } | null)?.['csp-report']
  if (typeof first !== 'object' || first === null) return null
  const field = (...names: string[]) =>
    names.map((name) => (first as Record<string, unknown>)[name]).find((value) => typeof value === 'string')
  const directive = field('effectiveDirective', 'effective-directive', 'violated-directive')
  const blocked = field('blockedURL', 'blocked-uri')
  const page = field('documentURL', 'document-uri')
  return directive ? { directive: plain(directive), blocked: plain(blocked), page: plain(page) } : null
}

function plain(text: unknown): string {
  return (
    String(text ?? '')
      .split(/[?#]/, 1)[0]
      ?.replace(/[^\x20-\x7e]/g, '')
      .slice(0, MAX_TEXT) ?? ''
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

async function textOf(request: Request): Promise<string> {
  if (!request.body || Number(request.headers.get('content-length') ?? MAX_BYTES + 1) > MAX_BYTES) return ''
  return request.text()
}
