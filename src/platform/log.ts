import pino, { type LoggerOptions } from 'pino'
import { env } from '@/platform/env'
import { redacted } from '@/platform/log-redaction'

/** How every logger of this process writes. */
export const logOptions: LoggerOptions = {
  level: env.LOG_LEVEL,
  base: { app: env.APP_NAME },
  formatters: { log: redacted },
  serializers: { err: briefError },
  redact: ['password', 'token', '*.password', '*.token', 'headers.authorization', 'headers.cookie'],
}

/** One structured logger; call it as log.info({ msg, err, requestId }). Secrets never reach it. */
export const log = pino(logOptions)

/** What tells an error apart. Drivers hang whole connections onto theirs, which would fill the log and give away addresses. */
function briefError(err: unknown): object {
  if (!(err instanceof Error)) return { message: String(err) }
  const { name, message, stack } = err
  const code = 'code' in err ? err.code : undefined
  return { type: name, message, code, stack, ...(err.cause === undefined ? {} : { cause: briefError(err.cause) }) }
}
