'use client'

import { formatMicro, formatMinor } from '@/components/ui/format'
import { Pick, type PickDoc } from '@/components/admin/act/pick'
import { SOURCES } from '@/components/admin/act/sources'
import type { Quote } from '@/components/admin/new/use-quote'

export interface TypedLine {
  key: number
  variant: PickDoc | null
  quantity: string
}

interface OrderLinesProps {
  lines: readonly TypedLine[]
  quote: Quote | null
  wrong: Readonly<Record<string, string>>
  locale: string
  onChange: (lines: TypedLine[]) => void
}

/** The lines of a new order: variant, quantity, and what it will cost the dealer. */
export function OrderLines({ lines, quote, wrong, locale, onChange }: OrderLinesProps) {
  const change = (key: number, part: Partial<TypedLine>) => onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  return (
    <fieldset className="tf-group">
      <legend>Lines</legend>
      {lines.map((line, index) => {
        const priced = quote?.lines.find((one) => one.key === String(line.key))
        const problem = wrong[`lines.${index}`] ?? wrong[`lines.${index}.quantity`] ?? priced?.problem
        return (
          <div className="tf-line" key={line.key}>
            <Pick name={`line.${line.key}`} label={`Variant ${index + 1}`} source={SOURCES.variant} onPick={(variant) => change(line.key, { variant })} />
            <label className="tf-field">
              <span className="tf-label">Quantity</span>
              <input className="tf-input" data-align="number" inputMode="decimal" value={line.quantity} onChange={(event) => change(line.key, { quantity: event.target.value })} />
            </label>
            <div className="tf-line-sum">
              {priced?.netMinor === undefined || !quote ? <span className="tf-muted">–</span> : formatMinor(priced.netMinor, quote.currency, locale)}
              {priced?.unitPriceMicro === undefined || !quote ? null : <span className="tf-small">at {formatMicro(priced.unitPriceMicro, quote.currency, locale)}</span>}
            </div>
            <button type="button" className="tf-close tf-line-remove" aria-label={`Remove line ${index + 1}`} disabled={lines.length === 1} onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}>
              <svg className="tf-icon" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
                <path d="M3 4.5h10M6.5 4V3h3v1M5 4.5l.5 8.5h5l.5-8.5" />
              </svg>
            </button>
            {problem ? <span className="tf-wrong tf-line-note">{problem}</span> : null}
          </div>
        )
      })}
      <button type="button" className="tf-button" onClick={() => onChange([...lines, { key: Math.max(...lines.map(({ key }) => key)) + 1, variant: null, quantity: '1' }])}>
        Add line
      </button>
    </fieldset>
  )
}
