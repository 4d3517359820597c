/** One page of a list: rows, whether there are more, where to go on. */
export interface Page<T> {
  rows: T[]
  nextCursor: string | null
  total?: number
  totalCapped?: boolean
  page?: number
  limit: number
  /** Further figures about the whole list, for `meta`. */
  extra?: Readonly<Record<string, unknown>>
}
