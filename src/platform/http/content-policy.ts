/** Where browsers report what a policy stopped. */
export const REPORTS_TO = '/api/csp-report'

/**
 * The Content-Security-Policy of a page (6.7): scripts run with the nonce of this very answer or not at all, and nothing
 * is loaded from or sent to anywhere else. Development adds what its compiler needs.
 */
export function contentPolicy(nonce: string, { isDevelopment = false } = {}): string {
  const policy: Record<string, string> = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // Inline styles come from charts and from Payload's admin; they cannot run anything.
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' blob: data:",
    'font-src': "'self'",
    'connect-src': `'self'${isDevelopment ? ' ws:' : ''}`,
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'report-uri': REPORTS_TO,
  }
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
}
