import { randomUUID } from 'node:crypto'
import { DomainError, isDomainError } from '@/kernel/errors'
import { KEY_MARK } from '@/platform/access/api-key'
import { withKnownSender } from '@/platform/access/identity-fault'
import { withShape } from '@/platform/access/request-shape'
import { announcedBytes, bounded, withBody } from '@/platform/http/bounded-body'
import { countedOnce } from '@/platform/http/counted'
import { failed } from '@/platform/http/envelope'
import { mustBeModestGraphql } from '@/platform/http/modest-graphql'
import { mustBeModestJson, mustBeObjectJson } from '@/platform/http/modest-json'
import { mustBeModestQuery } from '@/platform/http/modest-query'
import { requestFacts } from '@/platform/http/request-facts'
import { claimedSender } from '@/platform/http/sender'
import { countStranger, mayAsk, type Sender } from '@/platform/limits/count'
import { withStanding } from '@/platform/limits/standing'

type Handler<A extends unknown[]> = (request: Request, ...args: A) => Promise<Response>

const MAX_FORM_QUERY = 100_000

/**
 * Stands in front of Payload's own handlers (PF10, 4.7): counts requests, refuses bodies and queries that cost too much
 * before they are built, broken JSON, other content than JSON and files, and turns whatever is thrown outside Payload's
 * error handling into an answer. `/api/v1` counts and reads its bodies itself, behind its own sign-in.
 */
export function guarded<A extends unknown[]>(handler: Handler<A>): Handler<A> {
  return async (request, ...args) => {
    try {
      announcedBytes(request)
      mustBeReadable(request)
      mustKeepKeysOut(request)
      mustBeWrittenAsAsked(request)
      const path = new URL(request.url).pathname.replace(/^\/api/, '')
      if (path.startsWith('/v1/')) return await inOurWords(await known(handler, bounded(request), args))
      mustExist(path)
      const answer = await inOurWords(await countedHandler(handler, request, path, args))
      return withStanding(answer, request)
    } catch (error) {
      return withStanding(failed(error, randomUUID()), request)
    }
  }
}

async function countedHandler<A extends unknown[]>(handler: Handler<A>, request: Request, path: string, args: A): Promise<Response> {
  const { ip } = requestFacts(request)
  const sender = await claimedSender(request)
  if (sender.kind === 'secret') mayAsk(ip)
  await countedOnce(request, sender, path)
  mustBeModestQuery(new URL(request.url).search)
  const modest = await withModestBody(bounded(request), path)
  try {
    const answer = await known(handler, modest, args)
    if (answer.status === 401) countUnproven(sender, ip)
    return answer
  } catch (error) {
    if (isDomainError(error) && error.status === 401) countUnproven(sender, ip)
    throw error
  }
}

// Whoever shows a key or a token that proves nothing is a stranger after all; other strangers were counted before.
function countUnproven(sender: Sender, ip: string | null): void {
  if (sender.kind !== 'address') countStranger(ip)
}

function known<A extends unknown[]>(handler: Handler<A>, request: Request, args: A): Promise<Response> {
  return withShape(request, () => withKnownSender(() => handler(request, ...args)))
}

// Payload says of addresses it does not know that their route was not found, outside of every envelope.
async function inOurWords(answer: Response): Promise<Response> {
  if (answer.status !== 404 || !(await answer.clone().text()).startsWith('{"message":"Route not found')) return answer
  return failed(new DomainError('NOT_FOUND', { noun: 'The address' }), randomUUID())
}

// Payload's router takes paths apart outside of its error handling.
function mustBeReadable({ url }: Request): void {
  try {
    decodeURIComponent(new URL(url).pathname)
  } catch {
    throw new DomainError('INPUT_INVALID', { reason: 'The address holds a % that begins no sign.' })
  }
}

// Addresses stand in logs, histories and referrers: a key in one is a key given away.
function mustKeepKeysOut({ url }: Request): void {
  if (!url.includes(KEY_MARK)) return
  throw new DomainError('INPUT_INVALID', { reason: 'An API key belongs into the header Authorization, never into an address; rotate this one, addresses are written down.' })
}

async function withModestBody(request: Request, path: string): Promise<Request> {
  const type = typeOf(request)
  if (!request.body || type.startsWith('multipart/')) return request
  const text = await request.text()
  if (text === '') return withBody(request, text)
  if (type === '') throw new DomainError('INPUT_INVALID', { reason: 'Send JSON with the header Content-Type: application/json.' })
  if (type === FORM) mustBeModestQuery(text, MAX_FORM_QUERY)
  else mustBeModestJson(text)
  if (path === '/graphql') mustBeModestGraphql(text)
  else if (type !== FORM) mustBeObjectJson(text)
  return withBody(request, text)
}

const FORM = 'application/x-www-form-urlencoded'
const OVERRIDES = ['x-http-method-override', 'x-payload-http-method-override']

// A page of another site can send forms and plain text without being asked; JSON and files it cannot (CSRF).
function mustBeWrittenAsAsked(request: Request): void {
  const type = typeOf(request)
  const override = OVERRIDES.find((name) => request.headers.has(name))
  // The admin sends long filters as a form with this header; with a JSON body it throws outside the error handler.
  const isFormGet = override !== undefined && request.headers.get(override) === 'GET' && type === FORM
  if (override && !isFormGet) {
    throw new DomainError('INPUT_INVALID', { reason: 'X-HTTP-Method-Override is only for long queries sent as a form.' })
  }
  if (isFormGet || isEmpty(request) || type === 'application/json' || type.startsWith('multipart/')) return
  throw new DomainError('INPUT_INVALID', { reason: 'Send JSON with the header Content-Type: application/json.' })
}

// Without a length and a type there may be a body or not; what is in it is looked at when it is read.
function isEmpty({ method, headers, body }: Request): boolean {
  const length = headers.get('content-length')
  return method === 'GET' || method === 'HEAD' || !body || length === '0' || (length === null && !headers.has('content-type'))
}

function typeOf(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

// Payload runs jobs by GET and draws pictures for whoever asks; neither exists here.
const CLOSED = /^\/(payload-jobs|og)(\/|$)/

function mustExist(path: string): void {
  if (CLOSED.test(path)) throw new DomainError('NOT_FOUND', { noun: 'The address' })
}
