/** One deed that can be done to many rows of a list. `Op` is the operation's own type, which only the platform knows. */
export type BatchDefinition<Op = unknown> = {
  readonly collection: string
  readonly verb: string
  readonly label: string
  /** What is asked before: `reason` needs a sentence, `confirm` only a yes. */
  readonly asks: 'reason' | 'confirm'
  readonly isDangerous?: boolean
  /** Permission without which the deed is not offered; each row asks again. */
  readonly needs: string
  /** The operation of each row, or the values Payload writes into it. */
  readonly does: { readonly operation: Op } | { readonly values: Readonly<Record<string, unknown>> }
  /** SQL of what a row is called, over the alias `t`. */
  readonly called: string
}

/** Declares a deed for many rows. */
export function defineBatch<Op>(definition: BatchDefinition<Op>): BatchDefinition<Op> {
  return definition
}
