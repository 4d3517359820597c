import type { RateClass } from '@/platform/limits/rates'

interface Rule {
  name: RateClass
  method: RegExp
  /** below `/api` */
  path: RegExp
}

// Both doors, our routes and Payload's own, are classed here and nowhere else.
const RULES: readonly Rule[] = [
  { name: 'login', method: /POST/, path: /^\/(v1\/auth|users)\/(login|mfa|second-factor|verify-code)\b/ },
  {
    name: 'recovery',
    method: /POST/,
    path: /^\/(v1\/auth|users)\/(forgot-password|reset-password|invitation|accept-invitation|register|verify)\b/,
  },
  { name: 'export', method: /POST/, path: /^\/v1\/(exports|audit\/exports?)$/ },
  { name: 'export', method: /GET/, path: /^\/v1\/((?:orders|invoices)\/export|.+\/pdf|reports\/(?!exports\b).+)$/ },
  { name: 'stream', method: /GET/, path: /^\/v1\/stream$/ },
  { name: 'search', method: /GET/, path: /^\/v1\/(search|(.+\/)?(search|suggest|autocomplete))$/ },
]

/** The class a request is counted in besides the general one; null for most. `path` is what follows `/api`. */
export function classOf(method: string, path: string, contentType: string | null): RateClass | null {
  if (contentType?.startsWith('multipart/')) return 'upload'
  return RULES.find((rule) => rule.method.test(method) && rule.path.test(path))?.name ?? null
}
