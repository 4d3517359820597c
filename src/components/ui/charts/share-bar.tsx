import type { ReactNode } from 'react'

export interface Share {
  label: string
  value: number
  /** What stands beside the label; the percentage if absent. */
  detail?: ReactNode
}

/** Parts of a whole as one bar with its legend: ageing of invoices, stock by warehouse. Drawn on the server. */
export function ShareBar({ label, shares }: { label: string; shares: readonly Share[] }) {
  const total = shares.reduce((sum, { value }) => sum + value, 0)
  const percent = (value: number): number => (total > 0 ? (100 * value) / total : 0)
  return (
    <figure className="grid gap-4">
      <div aria-hidden className="flex h-2.5 gap-0.5 overflow-hidden rounded-full bg-sunken">
        {shares.map(({ label: name, value }, index) => (
          <span key={name} style={{ width: `${percent(value)}%`, background: colourOf(index) }} />
        ))}
      </div>
      <figcaption className="sr-only">{label}</figcaption>
      <dl className="grid gap-2 text-sm">
        {shares.map(({ label: name, value, detail }, index) => (
          <div key={name} className="flex items-center gap-2.5">
            <span aria-hidden className="size-2 flex-none rounded-full" style={{ background: colourOf(index) }} />
            <dt className="text-muted">{name}</dt>
            <dd className="ml-auto tabular-nums">{detail ?? `${Math.round(percent(value))} %`}</dd>
          </div>
        ))}
      </dl>
    </figure>
  )
}

/** The fifth colour is quiet on purpose: it is the rest. */
const colourOf = (index: number): string => `var(--chart-${Math.min(index, 4) + 1})`
