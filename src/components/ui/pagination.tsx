import { ChevronLeft, ChevronRight } from 'lucide-react'
import { ButtonLink } from '@/components/ui/button'

export interface PaginationProps {
  /** Absent where there is no such page; the control stays, so nothing jumps. */
  previousHref?: string | null | undefined
  nextHref?: string | null | undefined
  /** What is shown: "1–20 of 10,000+". */
  summary?: string | undefined
  label?: string | undefined
}

/** Newer and older by cursor: no page numbers, because nobody counts them. */
export function Pagination({ previousHref, nextHref, summary, label = 'Pages' }: PaginationProps) {
  if (!previousHref && !nextHref && !summary) return null
  return (
    <nav aria-label={label} className="flex w-full items-center justify-between gap-4">
      <p className="text-sm text-muted tabular-nums">{summary}</p>
      <div className="flex gap-2">
        <Step href={previousHref} rel="prev" />
        <Step href={nextHref} rel="next" />
      </div>
    </nav>
  )
}

function Step({ href, rel }: { href: string | null | undefined; rel: 'prev' | 'next' }) {
  const text = rel === 'prev' ? 'Previous' : 'Next'
  const inside = (
    <>
      {rel === 'prev' ? <ChevronLeft aria-hidden /> : null}
      {text}
      {rel === 'next' ? <ChevronRight aria-hidden /> : null}
    </>
  )
  if (href)
    return (
      <ButtonLink href={href} rel={rel} size="sm">
        {inside}
      </ButtonLink>
    )
  return (
    <span aria-disabled="true" className="btn btn-secondary btn-sm" role="link">
      {inside}
    </span>
  )
}
