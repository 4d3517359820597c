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
  const next = Math.max(...lines.map(({ key }) => key)) + 1
  return (
    <fieldset className="tf-group">
      <legend>Lines</legend>
      {lines.map((line, index) => (
        <div className="tf-line" key={line.key}>
          <Pick name={`line.${line.key}`} label={`Variant ${index + 1}`} source={SOURCES.variant} onPick={(variant) => change(line.key, { variant })} />
          <label className="tf-field">
            <span className="tf-label">Quantity</span>
            <input className="tf-input" data-align="number" inputMode="decimal" value={line.quantity} onChange={(event) => change(line.key, { quantity: event.target.value })} />
          </label>
          <LinePrice priced={pricedOf(line, quote)} currency={quote?.currency ?? 'USD'} locale={locale} />
          <RemoveButton label={`Remove line ${index + 1}`} isLast={lines.length === 1} onRemove={() => onChange(lines.filter(({ key }) => key !== line.key))} />
          <Problem text={wrong[`lines.${index}`] ?? wrong[`lines.${index}.quantity`] ?? pricedOf(line, quote)?.problem} />
        </div>
      ))}
      <button type="button" className="tf-button" onClick={() => onChange([...lines, { key: next, variant: null, quantity: '1' }])}>
        Add line
      </button>
    </fieldset>
  )
}

type PricedLine = Quote['lines'][number]

const pricedOf = (line: TypedLine, quote: Quote | null): PricedLine | undefined => quote?.lines.find((one) => one.key === String(line.key))

function LinePrice({ priced, currency, locale }: { priced: PricedLine | undefined; currency: string; locale: string }) {
  if (priced?.netMinor === undefined) return <div className="tf-line-sum tf-muted">–</div>
  return (
    <div className="tf-line-sum">
      {formatMinor(priced.netMinor, currency, locale)}
      {priced.unitPriceMicro === undefined ? null : <span className="tf-small">at {formatMicro(priced.unitPriceMicro, currency, locale)}</span>}
    </div>
  )
}

function RemoveButton({ label, isLast, onRemove }: { label: string; isLast: boolean; onRemove: () => void }) {
  return (
    <button type="button" className="tf-close tf-line-remove" aria-label={label} disabled={isLast} onClick={onRemove}>
      <svg className="tf-icon" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        <path d="M3 4.5h10M6.5 4V3h3v1M5 4.5l.5 8.5h5l.5-8.5" />
      </svg>
    </button>
  )
}

function Problem({ text }: { text: string | undefined }) {
  return text ? <span className="tf-wrong tf-line-note">{text}</span> : null
}
