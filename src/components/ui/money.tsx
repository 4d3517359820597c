import { cn } from '@/components/ui/cn'
import {
  formatDate,
  formatMicro,
  formatMinor,
  formatRelative,
  type DateStyle,
  type Reader,
} from '@/components/ui/format'

interface MoneyLook {
  locale?: string | undefined
  className?: string | undefined
}

export interface MoneyProps extends MoneyLook {
  /** Integer minor units (cents). */
  minor: bigint | number | string
  currency: string
}

export interface UnitPriceProps extends MoneyLook {
  /** Integer micro-units of the major unit. */
  micro: bigint | number | string
  currency: string
  /** "/ box" */
  per?: string | undefined
}

export interface DateTextProps extends Reader {
  at: Date | string
  style?: DateStyle | undefined
  /** Needed for `relative`: the page's own now, so that server and browser agree. */
  now?: Date | undefined
  className?: string | undefined
}

/** An amount in figures that stand in columns. */
export const Money = ({ minor, currency, locale, className }: MoneyProps) => (
  <span data-money="" className={cn('whitespace-nowrap', className)}>
    {formatMinor(minor, currency, locale)}
  </span>
)

/** A price of one unit; real price lists have four decimals. */
export const UnitPrice = ({ micro, currency, per, locale, className }: UnitPriceProps) => (
  <span data-money="" className={cn('whitespace-nowrap', className)}>
    {formatMicro(micro, currency, locale)}
    {per ? <span className="text-[0.8em] font-normal text-subtle"> / {per}</span> : null}
  </span>
)

/** An instant or a plain day as `<time>`, in the reader's locale and zone; relative times keep the full one in the tip. */
export function DateText({ at, style = 'date', now, locale, zone, className }: DateTextProps) {
  const machine = typeof at === 'string' ? at : at.toISOString()
  const full = formatDate(at, style === 'relative' ? 'datetime' : style, { locale, zone })
  const text = style === 'relative' && now ? formatRelative(at, now, locale) : full
  return (
    <time dateTime={machine} title={text === full ? undefined : full} className={cn('whitespace-nowrap', className)}>
      {text}
    </time>
  )
}
