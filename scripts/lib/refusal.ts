/** A failure whose message is the one sentence the person at the terminal needs; shown without a stack. */
export class Refusal extends Error {
  override name = 'Refusal'
}

/** The sentence of a Refusal, or the message (with its cause, where one is known) of anything else. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof Refusal) return error.message
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
  return `${error.message || error.name}${code}`
}
