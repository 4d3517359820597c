'use client'

import { Plus, X } from 'lucide-react'
import { spoken } from '@/components/settings/value-words'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { WEEK } from '@/kernel/week'

interface Span {
  from: string
  to: string
}

interface HoursEditorProps {
  label: string
  /** a value of `WeekHours` */
  value: unknown
  onChange: (value: unknown) => void
}

const MOST = 4

/** Opening hours: a row per weekday with its spans; a day without one is closed. */
export function HoursEditor({ label, value, onChange }: HoursEditorProps) {
  const hours = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<string, Span[]>>
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <div className="divide-y divide-line">
        {WEEK.map((day) => (
          <DayHours key={day} day={spoken(day)} spans={hours[day] ?? []} onChange={(spans) => onChange({ ...hours, [day]: spans })} />
        ))}
      </div>
    </fieldset>
  )
}

function DayHours({ day, spans, onChange }: { day: string; spans: readonly Span[]; onChange: (spans: Span[]) => void }) {
  const change = (index: number, part: Partial<Span>) => onChange(spans.map((span, at) => (at === index ? { ...span, ...part } : span)))
  return (
    <div role="group" aria-label={day} className="flex flex-wrap items-start gap-x-4 gap-y-2 py-2">
      <span className="w-24 pt-1.5 font-medium">{day}</span>
      <div className="grid flex-1 gap-2">
        {spans.length === 0 ? <span className="pt-1.5 text-muted">Closed</span> : null}
        {spans.map((span, index) => (
          <span key={index} className="flex items-center gap-2">
            <Input type="time" size="sm" className="w-28" aria-label="From" value={span.from} onChange={(event) => change(index, { from: event.target.value })} />
            <span aria-hidden>–</span>
            <Input type="time" size="sm" className="w-28" aria-label="To" value={span.to} onChange={(event) => change(index, { to: event.target.value })} />
            <IconButton size="sm" label={`Remove ${span.from} to ${span.to}`} icon={<X aria-hidden />} onClick={() => onChange(spans.filter((_, at) => at !== index))} />
          </span>
        ))}
      </div>
      {spans.length >= MOST ? null : (
        <Button size="sm" variant="ghost" icon={<Plus aria-hidden />} onClick={() => onChange([...spans, nextSpan(spans)])}>
          {spans.length === 0 ? 'Open' : 'More'}
          <span className="sr-only"> on {day}</span>
        </Button>
      )}
    </div>
  )
}

function nextSpan(spans: readonly Span[]): Span {
  const last = spans.at(-1)
  return last ? { from: last.to, to: '23:00' } : { from: '09:00', to: '17:00' }
}
