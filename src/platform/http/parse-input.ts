import type { z } from 'zod'
import { DomainError, type ErrorDetail } from '@/kernel/errors'
import { inputWords } from '@/kernel/input-words'

/** Parses an input or refuses it with a sentence per field; unknown fields are refused, not ignored. */
export async function parseInput<S extends z.ZodType>(schema: S, input: unknown): Promise<z.output<S>> {
  const parsed = await schema.safeParseAsync(input ?? {}, { error: inputWords })
  if (parsed.success) return parsed.data
  const details = parsed.error.issues.slice(0, 20).map(detailOf)
  const first = details[0]
  throw new DomainError('INPUT_INVALID', { reason: sentence(first) }, details)
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

function sentence(first: ErrorDetail | undefined): string {
  const { path, message } = first ?? { message: 'the input is not valid' }
  const text = path ? `${path}: ${message}` : `${message.charAt(0).toUpperCase()}${message.slice(1)}`
  return /[.!?]$/.test(text) ? text : `${text}.`
}
