import { niceTop, spoken, type Point } from '@/components/ui/charts/scale'

const WIDTH = 400
const HEIGHT = 236
const LEFT = 46
const BOTTOM = 24

/** Columns drawn on the server; every second label stays away on long rows. The figures are read out as one sentence. */
export function Columns({ label, points, format }: { label: string; points: readonly Point[]; format: (value: number) => string }) {
  const top = niceTop(Math.max(0, ...points.map(({ value }) => value)))
  const room = (WIDTH - LEFT) / Math.max(points.length, 1)
  const heightOf = (value: number) => ((HEIGHT - BOTTOM) * Math.max(value, 0)) / top
  return (
    <figure className="tf-chart">
      <svg viewBox={`0 -8 ${WIDTH} ${HEIGHT + 8}`} role="img" aria-label={`${label}: ${spoken(points, format)}`}>
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH} y1={HEIGHT - BOTTOM - heightOf(value)} y2={HEIGHT - BOTTOM - heightOf(value)} />
            <text x={LEFT - 8} y={HEIGHT - BOTTOM - heightOf(value) + 4} textAnchor="end">
              {format(value)}
            </text>
          </g>
        ))}
        {points.map(({ label: name, value }, index) => (
          <g key={name}>
            <rect x={LEFT + index * room + room * 0.18} y={HEIGHT - BOTTOM - heightOf(value)} width={room * 0.64} height={heightOf(value)} rx={3}>
              <title>{`${name}: ${format(value)}`}</title>
            </rect>
            {index % 2 === (points.length - 1) % 2 || points.length < 8 ? (
              <text x={LEFT + (index + 0.5) * room} y={HEIGHT - 6} textAnchor="middle">
                {name}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </figure>
  )
}

/** Shares of the largest, as lines with a bar. */
export function Meter({ rows }: { rows: readonly { key: string; label: string; value: number; text: string }[] }) {
  const largest = Math.max(1, ...rows.map(({ value }) => value))
  return (
    <ol className="tf-meter">
      {rows.map(({ key, label, value, text }) => (
        <li key={key}>
          <span>{label}</span>
          <span className="tf-number">{text}</span>
          <i aria-hidden="true" style={{ ['--share' as string]: `${(100 * value) / largest}%` }} />
        </li>
      ))}
    </ol>
  )
}
