'use client'

import { useState } from 'react'
import { WEEK } from '@/kernel/week'
import type { ControlProps } from '@/components/admin/system/setting-control'

/** A text of many lines. */
export function LongTextEditor({ id, value, isLocked, onChange }: ControlProps) {
  return <textarea id={id} className="tf-input" rows={6} disabled={isLocked} aria-describedby={`${id}-help`} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value)} />
}

/** A list of texts, one per line. */
export function ListEditor({ id, value, isLocked, onChange, placeholder }: ControlProps & { placeholder?: string | undefined }) {
  const lines = Array.isArray(value) ? value.map(String) : []
  const [text, setText] = useState(lines.join('\n'))
  const type = (typed: string) => {
    setText(typed)
    onChange(typed.split('\n').map((line) => line.trim()).filter(Boolean))
  }
  // The text is kept as it is typed, so that an empty last line can be written into; a new value from outside replaces it.
  const isSame = text.split('\n').map((line) => line.trim()).filter(Boolean).join('\n') === lines.join('\n')
  return (
    <>
      <textarea id={id} className="tf-input" rows={4} disabled={isLocked} aria-describedby={`${id}-help`} placeholder={placeholder} value={isSame ? text : lines.join('\n')} onChange={(event) => type(event.target.value)} />
      <span className="tf-help">One per line.</span>
    </>
  )
}

/** An object of texts, one input per key. */
export function FieldsEditor({ id, value, isLocked, onChange, labels }: ControlProps & { labels: Readonly<Record<string, string>> }) {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  return (
    <div className="tf-fields">
      {Object.entries(labels).map(([name, label], index) => (
        <div className="tf-field" data-half key={name}>
          <label className="tf-label" htmlFor={index === 0 ? id : `${id}-${name}`}>
            {label}
          </label>
          <input id={index === 0 ? id : `${id}-${name}`} className="tf-input" disabled={isLocked} value={String(given[name] ?? '')} onChange={(event) => onChange({ ...given, [name]: event.target.value })} />
        </div>
      ))}
    </div>
  )
}

interface Span {
  from: string
  to: string
}

/** Opening hours: a row per weekday with its spans. */
export function HoursEditor({ id, value, isLocked, onChange }: ControlProps) {
  const hours = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<string, Span[]>>
  const put = (day: string, spans: Span[]) => onChange({ ...hours, [day]: spans })
  return (
    <table className="tf-hours" id={id}>
      <tbody>
        {WEEK.map((day) => (
          <tr key={day}>
            <th scope="row">{day.charAt(0).toUpperCase() + day.slice(1)}</th>
            <td>
              <DayHours day={day} spans={hours[day] ?? []} isLocked={isLocked} onChange={(spans) => put(day, spans)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayHours({ day, spans, isLocked, onChange }: { day: string; spans: Span[]; isLocked: boolean; onChange: (spans: Span[]) => void }) {
  const change = (index: number, part: Partial<Span>) => onChange(spans.map((span, at) => (at === index ? { ...span, ...part } : span)))
  return (
    <div className="tf-day">
      {spans.length === 0 ? <span className="tf-muted">Closed</span> : null}
      {spans.map((span, index) => (
        <span className="tf-span" key={index}>
          <input type="time" className="tf-input" aria-label={`${day}, from`} disabled={isLocked} value={span.from} onChange={(event) => change(index, { from: event.target.value })} />
          <span aria-hidden="true">–</span>
          <input type="time" className="tf-input" aria-label={`${day}, to`} disabled={isLocked} value={span.to} onChange={(event) => change(index, { to: event.target.value })} />
          {isLocked ? null : (
            <button type="button" className="tf-text-button" aria-label={`Remove hours of ${day}`} onClick={() => onChange(spans.filter((_, at) => at !== index))}>
              Remove
            </button>
          )}
        </span>
      ))}
      {isLocked || spans.length >= 4 ? null : (
        <button type="button" className="tf-text-button" aria-label={`Add hours to ${day}`} onClick={() => onChange([...spans, nextSpan(spans)])}>
          {spans.length === 0 ? 'Open' : 'Add a span'}
        </button>
      )}
    </div>
  )
}

function nextSpan(spans: readonly Span[]): Span {
  const last = spans.at(-1)
  return last ? { from: last.to, to: '23:00' } : { from: '09:00', to: '17:00' }
}
