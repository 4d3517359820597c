const GROUPED = /^-?\d{1,3}(,\d{2,3})*,\d{3}(\.\d+)?$/

/**
 * A number as people write it, without the commas between groups of digits: 1,250.50 and 1,00,000 too. A comma that
 * parts no groups stays, so that whoever reads the number refuses it: 12,5 is not 125.
 */
export function ungrouped(text: string): string {
  const plain = text.trim()
  return GROUPED.test(plain) ? plain.replaceAll(',', '') : plain
}
