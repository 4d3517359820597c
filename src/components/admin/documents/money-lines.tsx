import { formatMinor } from '@/components/ui/format'

export interface TotalRow {
  label: string
  minor: number
}

/** The foot of a lines table: subtotal, discount, taxes, total. `span` is the number of columns before the amount. */
export function TotalsFoot({ rows, span, currency, locale }: { rows: readonly TotalRow[]; span: number; currency: string; locale: string }) {
  return (
    <tfoot>
      {rows.map(({ label, minor }) => (
        <tr key={label}>
          <th scope="row" colSpan={span} data-align="number">
            {label}
          </th>
          <td data-align="number">{formatMinor(minor, currency, locale)}</td>
        </tr>
      ))}
    </tfoot>
  )
}
