import pino from 'pino'
import { env } from '@/platform/env'

/** One structured logger; call it as log.info({ msg, err, requestId }). Secrets never reach it. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: { app: env.APP_NAME },
  redact: ['password', 'token', '*.password', '*.token', 'headers.authorization', 'headers.cookie'],
})
