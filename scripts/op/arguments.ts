/** What `npm run op` was asked to do. */
export interface Wanted {
  operation: string
  input: unknown
  as: string | null
  organization: string | null
  isCommitted: boolean
}

/** Reads the command line; null when no operation is named. Throws a sentence for JSON that is none. */
export function readArguments(given: readonly string[]): Wanted | null {
  const valueOf = (flag: string) => (given.includes(flag) ? (given[given.indexOf(flag) + 1] ?? null) : null)
  const plain = given.filter((one, index) => !one.startsWith('--') && !['--as', '--organization'].includes(given[index - 1] ?? ''))
  const [operation, json = '{}'] = plain
  if (!operation) return null
  return { operation, input: parse(json), as: valueOf('--as'), organization: valueOf('--organization'), isCommitted: given.includes('--commit') }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new Error(`This is not JSON: ${json}`)
  }
}
