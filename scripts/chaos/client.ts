import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

import { sleep } from '../lib/wait'

/** One acknowledged write: what was asked under which key, and what the server answered. */
export type Acknowledged = { kind: string; key: string; data: Record<string, unknown> }

export type Request = { kind: string; path: string; body: object; token: string; key: string }

/** What a request came to: acknowledged, or refused with a reason that trying again does not change. */
export type Outcome = { data: Record<string, unknown> } | { refused: string }

const patienceMs = 120_000

/** A log on disk of what the server acknowledged; a write counts only after it is there. */
export function openLog(file: string) {
  const handle = openSync(file, 'a')
  const entries: Acknowledged[] = []
  return {
    entries,
    add(entry: Acknowledged): void {
      writeSync(handle, `${JSON.stringify(entry)}\n`)
      fsyncSync(handle)
      entries.push(entry)
    },
    close: () => closeSync(handle),
  }
}

/** Sends a write under its key until the server says yes or no; a broken answer says neither. */
export async function insist(url: string, request: Request): Promise<Outcome> {
  const until = Date.now() + patienceMs
  for (;;) {
    const outcome = await send(url, request)
    if (outcome) return outcome
    if (Date.now() > until) return { refused: `no answer within ${patienceMs / 1000} seconds` }
    await sleep(100 + Math.random() * 300)
  }
}

/** Signs in, waiting until the server is there; answers the token. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const outcome = await insist(url, {
    kind: 'sign-in',
    path: '/auth/login',
    body: { email, password },
    token: '',
    key: '',
  })
  if ('refused' in outcome) throw new Error(`${email} cannot sign in: ${outcome.refused}`)
  return String(outcome.data['token'])
}

async function send(url: string, { path, body, token, key }: Request): Promise<Outcome | null> {
  try {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(key ? { 'Idempotency-Key': key } : {}),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    })
    return judged(answer.status, (await answer.json()) as Answer)
  } catch {
    return null
  }
}

type Answer = { success: boolean; data?: Record<string, unknown>; error?: { code: string; message: string } }

// The server was being stopped, or another request held the same rows for too long: asked again, it may work.
const passing = ['KEY_IN_FLIGHT', 'CONFLICT', 'TOO_MANY', 'SERVER_BUSY', 'SERVER_FAULT']

function judged(status: number, { success, data = {}, error }: Answer): Outcome | null {
  if (success) return { data }
  const { code, message } = error ?? { code: String(status), message: '' }
  return status >= 500 || passing.includes(code) ? null : { refused: `${code}: ${message}` }
}
