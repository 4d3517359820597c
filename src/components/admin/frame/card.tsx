import type { ReactNode } from 'react'

/** A part of a page with its heading. `flush` leaves tables and lists at the edges. */
export function Card({ title, note, action, flush, children }: { title: string; note?: ReactNode; action?: ReactNode; flush?: boolean; children: ReactNode }) {
  return (
    <section className="tf-card" aria-label={title}>
      <div className="tf-card-head">
        <h2>{title}</h2>
        {action ?? (note ? <p>{note}</p> : null)}
      </div>
      {flush ? children : <div className="tf-card-body">{children}</div>}
    </section>
  )
}

/** Nothing here yet: why, and what fills it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="tf-empty">
      <strong>{title}</strong>
      {children}
    </div>
  )
}

/** Label and value pairs; rows without a value are left out. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="tf-facts">
      {rows.map(([label, value]) =>
        value === null || value === undefined || value === '' ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
