import { env } from '@/platform/env'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Origins whose pages may use the session cookie: the server's own, in both spellings when it is loopback. */
export function allowedOrigins(): string[] {
  const own = new URL(env.SERVER_URL)
  if (!LOOPBACK.has(own.hostname)) return [own.origin]
  return ['localhost', '127.0.0.1'].map((host) => `${own.protocol}//${host}${own.port ? `:${own.port}` : ''}`)
}
