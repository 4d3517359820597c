import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

export interface Column<Row> {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures stand right, in columns. */
  align?: 'start' | 'number' | 'end' | undefined
  /** The column that names the row: its heading on screen readers, its title on phones. */
  lead?: boolean | undefined
  /** Word before the value on phones; the header if that is text; `false` shows the value alone. */
  label?: string | false | undefined
  className?: string | undefined
}

export interface TableProps<Row> {
  /** What the table lists; read aloud, not drawn. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Makes the whole row a target; the link itself stands in the lead column. */
  rowHref?: ((row: Row) => string) | undefined
  footer?: ReactNode
  compact?: boolean | undefined
  /** `cards` (default) turns rows into cards on phones, `scroll` keeps columns and scrolls sideways. */
  narrow?: 'cards' | 'scroll' | undefined
  className?: string | undefined
}

/** A table of rows. Renders on the server; `cell` functions never reach the browser. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowHref,
  footer,
  compact,
  narrow,
  className,
}: TableProps<Row>) {
  return (
    <div
      className={cn('table-wrap', className)}
      {...(narrow === 'scroll' ? { tabIndex: 0, role: 'region', 'aria-label': caption } : {})}
    >
      <table className={cn('table', compact && 'table-compact', narrow !== 'scroll' && 'table-cards')}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={alignment(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} href={rowHref?.(row)} />
              ))}
            </tr>
          ))}
        </tbody>
        {footer ? <tfoot>{footer}</tfoot> : null}
      </table>
    </div>
  )
}

const alignment = <Row,>({ align, className }: Column<Row>): string | undefined =>
  cn(align === 'number' && 'num', align === 'end' && 'end', className) || undefined

function Cell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href: string | undefined }) {
  const value = column.cell(row)
  const className = alignment(column)
  if (column.lead) {
    return (
      <th scope="row" data-lead="" className={className}>
        {href ? (
          // A list has many rows and one is opened: fetching them all ahead would be work for nothing.
          <Link href={href} prefetch={false} className="row-link">
            {value}
          </Link>
        ) : (
          value
        )}
      </th>
    )
  }
  const label = column.label ?? (typeof column.header === 'string' ? column.header : undefined)
  return (
    <td data-label={label || undefined} className={className}>
      {value}
    </td>
  )
}
