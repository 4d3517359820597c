import type { PayloadRequest } from 'payload'
import { refuse } from '@/kernel/errors'

const MAX_BYTES = 1_000_000
const MAX_DEPTH = 20
const MAX_KEYS = 20_000

/** The JSON object of a request: at most 1 MB, 20 levels and 20,000 keys; an empty body is an empty object. */
export async function readBody(req: PayloadRequest): Promise<Record<string, unknown>> {
  const text = req.text ? await req.text() : ''
  if (text.length > MAX_BYTES) refuse('TOO_LARGE', { limit: '1 MB' })
  if (text.trim() === '') return {}
  if (!req.headers.get('content-type')?.includes('json')) {
    refuse('INPUT_INVALID', { reason: 'Send JSON with the header Content-Type: application/json.' })
  }
  const body = parse(text)
  if (!isObject(body)) return refuse('INPUT_INVALID', { reason: 'The body must be a JSON object.' })
  mustBeShallow(body, { keys: 0 }, 0)
  return body
}

function isObject(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return refuse('INPUT_INVALID', { reason: 'The body is not valid JSON.' })
  }
}

function mustBeShallow(value: unknown, count: { keys: number }, depth: number): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > MAX_DEPTH) refuse('INPUT_INVALID', { reason: `The body is nested deeper than ${MAX_DEPTH} levels.` })
  for (const [key, one] of Object.entries(value)) {
    count.keys += 1
    if (count.keys > MAX_KEYS) refuse('TOO_LARGE', { limit: `${MAX_KEYS} fields` })
    if (key === '__proto__') refuse('INPUT_INVALID', { reason: '__proto__ is not a field here.' })
    mustBeShallow(one, count, depth + 1)
  }
}
