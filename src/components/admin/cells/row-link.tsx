import Link from 'next/link'
import type { ReactNode } from 'react'

/** What a list tells the cell of its first column: it leads to the row. */
export interface RowLinkProps {
  link?: boolean
  linkURL?: string
  collectionSlug?: string
  rowData?: Record<string, unknown>
}

/** A figure of a list; in the first column it leads to its row. */
export function Figure({ cell, children }: { cell: RowLinkProps; children: ReactNode }) {
  const { link, linkURL, collectionSlug, rowData } = cell
  const figure = <span className="tf-number">{children}</span>
  if (!link) return figure
  const href = linkURL ?? `/admin/collections/${collectionSlug ?? ''}/${String(rowData?.['id'] ?? '')}`
  return (
    <Link href={href} prefetch={false}>
      {figure}
    </Link>
  )
}
