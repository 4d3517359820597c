import type { z } from 'zod'
import { DomainError, type ErrorDetail } from '@/kernel/errors'

/** Parses an input or refuses it with a sentence per field; unknown fields are refused, not ignored. */
export async function parseInput<S extends z.ZodType>(schema: S, input: unknown): Promise<z.output<S>> {
  const parsed = await schema.safeParseAsync(input ?? {})
  if (parsed.success) return parsed.data
  const details = parsed.error.issues.slice(0, 20).map(detailOf)
  const first = details[0]
  const reason = first ? `${first.path ? `${first.path}: ` : ''}${first.message}` : 'The input is not valid.'
  throw new DomainError('INPUT_INVALID', { reason: sentence(reason) }, details)
}

function detailOf(issue: z.core.$ZodIssue): ErrorDetail {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    return { path: path ? `${path}.${key}` : key, message: 'is not a field here' }
  }
  return { ...(path ? { path } : {}), message: lower(issue.message) }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
