import type { AfterErrorHook } from 'payload'
import { isDomainError, refusalOf } from '@/platform/http/refusal'

/** Gives Payload's own routes our refusals and a sentence for what the database refuses, instead of a bare 500. */
export const sayWhatWasRefused: AfterErrorHook = ({ error }) => {
  const refusal = refusalOf(error)
  if (!refusal) return
  const data = isDomainError(error) ? { code: refusal.code, details: refusal.details } : { code: refusal.code }
  return { status: refusal.status, response: { errors: [{ name: refusal.code, message: refusal.message, data }] } }
}
