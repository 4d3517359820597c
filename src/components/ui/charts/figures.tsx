export interface Series {
  label: string
}

export interface SeriesRow {
  label: string
  /** One value per series. */
  values: readonly number[]
}

export interface FiguresProps {
  label: string
  rows: readonly SeriesRow[]
  series: readonly Series[]
  format: (value: number) => string
}

/** The numbers of a chart as a table for screen readers. */
export const Figures = ({ label, rows, series, format }: FiguresProps) => (
  <table className="sr-only">
    <caption>{label}</caption>
    <thead>
      <tr>
        <td />
        {series.map((line) => (
          <th key={line.label} scope="col">
            {line.label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.label}>
          <th scope="row">{row.label}</th>
          {row.values.map((value, index) => (
            <td key={index}>{format(value)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
