import { refuse } from '@/kernel/errors'

// Payload names more of them; the others its adapter for PostgreSQL does not know, and fails.
const OPERATORS =
  'equals not_equals in not_in exists like not_like contains greater_than greater_than_equal less_than less_than_equal'.split(
    ' ',
  )

/** Refuses what does not compare anything in a `where`. */
export function mustBeOperator(name: string): void {
  if (!OPERATORS.includes(name))
    refuse('INPUT_INVALID', { reason: `A condition compares by one of ${OPERATORS.join(', ')}.` })
}
