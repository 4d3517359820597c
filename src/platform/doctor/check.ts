/** A question that must have no answer: every row its statement gives is something broken. */
export interface Check {
  /** `Q01`: the number of the invariant in the list of global invariants. */
  id: string
  /** What always holds, in one sentence. */
  says: string
  /** One SELECT. `$grace` becomes an interval in which jobs may still be on their way. */
  sql: string
}

/** What one check found. */
export interface Finding {
  id: string
  says: string
  offenders: Record<string, unknown>[]
}
