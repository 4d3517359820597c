/** A whole number of parts as a decimal text: (177995000, 6) is "177.995", (72500, 4) is "7.25". */
export function decimalOf(parts: unknown, decimals: number): string {
  if (typeof parts !== 'number' || !Number.isSafeInteger(parts)) return ''
  const digits = String(Math.abs(parts)).padStart(decimals + 1, '0')
  const fraction = digits.slice(-decimals).replace(/0+$/, '')
  return `${parts < 0 ? '-' : ''}${digits.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`
}

/** The parts a decimal text means: ("177.995", 6) is 177995000; null for an empty one, undefined for one that is none. */
export function partsOf(text: string, decimals: number): number | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d{1,12})(?:\.(\d*))?$/.exec(trimmed) ?? []
  if (whole === '' || fraction.length > decimals) return undefined
  const parts = Number(`${sign}${whole}${fraction.padEnd(decimals, '0')}`)
  return Number.isSafeInteger(parts) ? parts : undefined
}
