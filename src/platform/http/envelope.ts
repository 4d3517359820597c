import type { PayloadRequest } from 'payload'
import { log } from '@/platform/log'
import type { Page } from '@/platform/http/route'
import { isDomainError, refusalOf } from '@/platform/http/refusal'

const HEADERS = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }

/** `{ success: true, data }` */
export function succeeded(data: unknown, requestId: string, status = 200): Response {
  if (status === 204) return new Response(null, { status, headers: { ...HEADERS, 'X-Request-Id': requestId } })
  return json({ success: true, data: data ?? null }, status, requestId)
}

/** `{ success: true, data, meta }` of one page of a list. */
export function listed(page: Page<unknown>, requestId: string): Response {
  const { rows, total, totalCapped, nextCursor, limit } = page
  const counted = total === undefined ? {} : { total, totalPages: Math.ceil(total / limit), ...(totalCapped ? { totalCapped } : {}) }
  const meta = { ...(page.page === undefined ? {} : { page: page.page }), limit, ...counted, hasMore: nextCursor !== null, nextCursor, ...page.extra }
  return json({ success: true, data: rows, meta }, 200, requestId)
}

/** `{ success: false, error: { code, message, details[] }, timestamp, requestId }`; a fault of ours is logged whole. */
export function failed(error: unknown, requestId: string, req?: PayloadRequest): Response {
  const refusal = refusalOf(error)
  if (!refusal) log.error({ msg: 'request failed', err: error, requestId, method: req?.method, url: req?.pathname })
  const { status, code, message, details } = refusal ?? { status: 500, code: 'SERVER_FAULT', message: 'Something went wrong on our side; it was logged.', details: [] }
  const response = json({ success: false, error: { code, message, details }, timestamp: new Date().toISOString(), requestId }, status, requestId)
  if (code === 'METHOD_NOT_ALLOWED') response.headers.set('Allow', details.map((detail) => detail.message).join(', '))
  if (status === 429 || status === 503) response.headers.set('Retry-After', String(secondsOf(error)))
  return response
}

// What is full says when it begins anew; a busy server is worth asking again at once.
function secondsOf(error: unknown): number {
  const { seconds, minutes } = isDomainError(error) ? error.slots : {}
  return Math.ceil(Number(seconds ?? Number(minutes ?? 0) * 60)) || 1
}

function json(body: unknown, status: number, requestId: string): Response {
  return Response.json(body, { status, headers: { ...HEADERS, 'X-Request-Id': requestId } })
}
