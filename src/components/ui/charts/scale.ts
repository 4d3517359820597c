export interface Point {
  label: string
  value: number
}

/** A round number at or above the largest value, for the top of an axis: 1, 2, 4, 6, 8 or 10 times a power of ten. */
export function niceTop(largest: number): number {
  if (largest <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(largest))
  const step = [1, 2, 4, 6, 8, 10].find((factor) => factor * power >= largest) ?? 10
  return step * power
}

/** The same numbers for those who cannot see the drawing: `Jan 12, Feb 15`. */
export const spoken = (points: readonly Point[], format: (value: number) => string): string =>
  points.map(({ label, value }) => `${label} ${format(value)}`).join(', ')

/** Formats figures of a chart: money where a currency is given (major units), `compact` for axes. */
export function figureFormat(
  locale: string | undefined,
  currency: string | undefined,
  notation: 'standard' | 'compact',
): (value: number) => string {
  const money = currency ? { style: 'currency' as const, currency } : {}
  const format = new Intl.NumberFormat(locale ?? 'en', {
    notation,
    ...money,
    ...(notation === 'compact' ? { minimumFractionDigits: 0, maximumFractionDigits: 1 } : {}),
  })
  return (value) => format.format(value)
}
