export type SequenceScope = 'organization' | 'fiscalYear' | 'series'

export type Sequence = {
  readonly name: string
  /** one counter row exists per combination of these */
  readonly scope: readonly SequenceScope[]
  /** text with slots: {000000} the number padded, {yyyy} the fiscal year, {series} the series */
  readonly pattern: string
}

const COUNTER = /\{(0+)\}/

/** Declares how a document is numbered. Throws at load time when pattern and scope contradict each other. */
export function defineSequence(sequence: Sequence): Sequence {
  if (!COUNTER.test(sequence.pattern)) throw new Error(`sequence ${sequence.name}: the pattern has no counter`)
  mustGoTogether(sequence, '{yyyy}', 'fiscalYear')
  mustGoTogether(sequence, '{series}', 'series')
  return sequence
}

/** The n-th number: (SO-{000000}, 12) → "SO-000012"; a number longer than its padding is written in full. */
export function formatNumber(sequence: Sequence, n: number, slots: { year?: number; series?: string } = {}): string {
  return sequence.pattern
    .replace('{yyyy}', () => required(sequence, 'year', slots.year))
    .replace('{series}', () => required(sequence, 'series', slots.series))
    .replace(COUNTER, (_, zeros: string) => String(n).padStart(zeros.length, '0'))
}

function required(sequence: Sequence, slot: string, value: string | number | undefined): string {
  if (value === undefined) throw new Error(`sequence ${sequence.name}: the ${slot} is missing`)
  return String(value)
}

function mustGoTogether(sequence: Sequence, slot: string, scope: SequenceScope): void {
  // A counter that restarts each year without showing the year would issue the same number twice.
  if (scope === 'fiscalYear' && sequence.pattern.includes(slot) !== sequence.scope.includes(scope)) {
    throw new Error(`sequence ${sequence.name}: ${slot} and the scope ${scope} go together`)
  }
  if (sequence.pattern.includes(slot) && !sequence.scope.includes(scope)) {
    throw new Error(`sequence ${sequence.name}: ${slot} needs the scope ${scope}`)
  }
}
