import { roundTogether } from '@/kernel/allocate'
import { refuse } from '@/kernel/errors'
import { roundHalfAwayFromZero, sumMinor, toMinor } from '@/kernel/money'

/** One tax: parts per million of the net, negative for withholding; compound = on the net plus the taxes before it. */
export type Tax = { readonly name: string; readonly ratePpm: number; readonly compound?: boolean }

export type Rounding = 'line' | 'document'

/** A line as the split sees it: its taxes and the minor units they are computed from. */
export type TaxBase = { readonly taxes: readonly Tax[]; readonly base: number }

/** Tax amounts per line and tax, on top of net bases; per document each tax is rounded once over all its lines (X1, X3). */
export function taxesOnTop(priced: readonly TaxBase[], rounding: Rounding): number[][] {
  const scale = scaleOf(priced)
  const cells = priced.flatMap(({ taxes, base }, row) =>
    coefficients(taxes, scale).map((coefficient, column) => ({
      row,
      column,
      exact: BigInt(base) * coefficient,
      // Rounding per line is rounding per document with every cell in a group of its own.
      group: rounding === 'line' ? `${row} ${column}` : taxKey(taxes[column]),
    })),
  )
  const amounts = priced.map(({ taxes }) => taxes.map(() => 0))
  for (const group of grouped(cells, (cell) => cell.group)) {
    const exact = group.map((cell) => cell.exact)
    const { parts } = roundTogether(exact, scale)
    group.forEach(({ row, column }, index) => {
      const taxes = amounts[row]
      if (taxes) taxes[column] = parts[index] ?? 0
    })
  }
  return amounts
}

/** Tax amounts per line and tax, taken out of gross bases: the net is rounded, tax is gross − net (X2). */
export function taxesInside(priced: readonly TaxBase[], rounding: Rounding): number[][] {
  const rows = priced.map((line, row) => ({ ...line, row }))
  const amounts: number[][] = priced.map(() => [])
  const groupOf = ({ taxes, row }: (typeof rows)[number]): string =>
    rounding === 'line' ? String(row) : taxes.map(taxKey).join('\n')
  for (const group of grouped(rows, groupOf)) {
    const bases = group.map((line) => BigInt(line.base))
    const taxes = splitGroup(bases, group[0].taxes)
    group.forEach(({ row }, index) => (amounts[row] = taxes[index] ?? []))
  }
  return amounts
}

/** Taxes of lines that share their taxes; the last tax of a line takes the cent the rounding of the others left. */
function splitGroup(grosses: readonly bigint[], taxes: readonly Tax[]): number[][] {
  if (taxes.length === 0) return grosses.map(() => [])
  const scale = scaleOf([{ taxes }])
  const shares = coefficients(taxes, scale)
  const divisor = scale + sumOf(shares)
  if (divisor <= 0n) refuse('INPUT_INVALID', { reason: 'Taxes contained in a price cannot be -100 % or less.' })
  const gross = sumOf(grosses)
  const net = toMinor(roundHalfAwayFromZero(gross * scale, divisor))
  const spread = (weights: readonly bigint[], sum: number): number[] => roundTogether(weights, divisor, sum).parts
  const nets = spread(times(grosses, scale), net)
  const perTax = spread(times(shares, gross), toMinor(gross) - net)
  const columns = shares.slice(0, -1).map((share, column) => spread(times(grosses, share), perTax[column] ?? 0))
  return grosses.map((amount, row) => {
    const before = columns.map((column) => column[row] ?? 0)
    return [...before, toMinor(amount) - (nets[row] ?? 0) - sumMinor(before)]
  })
}

/** Each tax as a multiple of the net, in units of 1 ÷ scale; compound taxes stand on the taxes before them. */
function coefficients(taxes: readonly Tax[], scale: bigint): bigint[] {
  const found: bigint[] = []
  for (const tax of taxes) {
    const base = tax.compound ? scale + sumOf(found) : scale
    found.push((base * BigInt(tax.ratePpm)) / 1_000_000n)
  }
  return found
}

function scaleOf(lines: readonly Pick<TaxBase, 'taxes'>[]): bigint {
  // A million for each tax a line can stack keeps every compound coefficient an exact integer.
  return 1_000_000n ** BigInt(Math.max(1, ...lines.map(({ taxes }) => taxes.length)))
}

/** Identity of a tax: amounts of equal keys are rounded and shown together. */
export function taxKey(tax: Tax | undefined): string {
  return tax ? JSON.stringify([tax.name, tax.ratePpm, tax.compound ?? false]) : ''
}

/** Rows by key, in the order of first appearance; no group is empty. */
export function grouped<T>(rows: readonly T[], key: (row: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return [...groups.values()]
}

function times(values: readonly bigint[], factor: bigint): bigint[] {
  return values.map((value) => value * factor)
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n)
}
