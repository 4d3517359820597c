import { DomainError } from '@/kernel/errors'

/** The DomainError a function throws; fails when it throws something else or nothing. */
export function refusal(run: () => unknown): DomainError {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('expected a refusal, but nothing was thrown')
}
