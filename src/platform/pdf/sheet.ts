/** A document as it is printed: every figure is finished text, so the renderer computes nothing but places. */
export interface Sheet {
  /** "Invoice" */
  title: string
  number: string
  /** printed large across every page: VOID, DRAFT */
  mark?: string
  size: 'A4' | 'LETTER'
  /** BCP 47, for readers of the file */
  locale: string
  brand: { name: string; color: string | null; logo: Buffer | null }
  facts: readonly { label: string; value: string }[]
  parties: readonly { label: string; lines: readonly string[] }[]
  table: { columns: readonly Column[]; rows: readonly Row[] }
  /** a small table beside the sums */
  summary: { columns: readonly Column[]; rows: readonly (readonly string[])[] } | null
  sums: readonly { label: string; value: string; strong?: boolean }[]
  /** the sentence under the total */
  callout: string | null
  notes: readonly { label: string; text: string }[]
  footer: string
  createdAt: Date
}

export interface Column {
  label: string
  align: 'left' | 'right'
  /** takes the space the others leave, and wraps */
  grows?: boolean
}

export interface Row {
  cells: readonly string[]
  /** small print under the growing cell */
  detail: string
}
