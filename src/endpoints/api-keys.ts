import { z } from 'zod'
import {
  apiKeyActions,
  apiKeyPage,
  changeApiKey,
  createApiKey,
  listApiKeys,
  resumeApiKey,
  retireApiKeySecret,
  revokeApiKey,
  rotateApiKey,
  suspendApiKey,
} from '@/domain/identity'
import { refuse } from '@/kernel/errors'
import { listRoute, operationRoute, queryRoute, type Route } from '@/platform/http/route'

const tag = 'api-keys'
const Nothing = z.strictObject({})

const KeysQuery = z.strictObject({
  q: z.string().max(120).optional(),
  status: z.enum(['active', 'suspended', 'revoked']).optional(),
  organization: z.uuid().optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

/** Keys with which programs act for an organization. */
export const apiKeyRoutes: Route[] = [
  listRoute({ method: 'GET', path: '/api-keys', tag, summary: 'API keys; never their secrets', permission: 'api-key.read', query: KeysQuery, page: ({ reader, query }) => listApiKeys(reader, query) }),
  operationRoute({ method: 'POST', path: '/api-keys', tag, status: 201, operation: createApiKey }),
  queryRoute({ method: 'GET', path: '/api-keys/:id', tag, summary: 'One API key', permission: 'api-key.read', query: Nothing, answer: ({ reader, params }) => apiKeyPage(reader, uuid(params['id'])) }),
  queryRoute({ method: 'GET', path: '/api-keys/:id/actions', tag, summary: 'What may be done with an API key now', permission: 'api-key.read', query: Nothing, answer: ({ reader, params }) => apiKeyActions(reader, uuid(params['id'])) }),
  operationRoute({ method: 'PATCH', path: '/api-keys/:id', tag, operation: changeApiKey }),
  operationRoute({ method: 'DELETE', path: '/api-keys/:id', tag, operation: revokeApiKey, input: ({ params }) => params }),
  verb('rotate', rotateApiKey),
  verb('retire', retireApiKeySecret),
  verb('suspend', suspendApiKey),
  verb('resume', resumeApiKey),
  verb('revoke', revokeApiKey),
]

function verb(name: string, operation: unknown): Route {
  return operationRoute({ method: 'POST', path: `/api-keys/:id/${name}`, tag, operation })
}

function uuid(text: string | undefined): string {
  return z.uuid().safeParse(text).data ?? refuse('NOT_FOUND', { noun: 'The API key' })
}
