import pino, { type LogFn } from 'pino'
import { isOutOfReach } from '@/platform/http/refusal'
import { logOptions } from '@/platform/log'
import { noteOutage } from '@/platform/outage'

/**
 * What Payload itself logs, in our form. A database that restarts makes it log every request with the whole query: that
 * is one outage and gets one line.
 */
export const payloadLog = pino({
  ...logOptions,
  name: 'payload',
  hooks: {
    logMethod(args, method: LogFn) {
      const err = errorIn(args)
      if (err !== undefined && isOutOfReach(err)) return noteOutage('the database', err, { msg: 'payload' })
      method.apply(this, args)
    },
  },
})

function errorIn(args: readonly unknown[]): unknown {
  const [first] = args
  if (typeof first !== 'object' || first === null) return undefined
  return 'err' in first ? first.err : first
}
