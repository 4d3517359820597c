'use client'

import { useState } from 'react'
import { OUTCOME_WORDS } from '@/components/audit/wish'
import { ButtonLink } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { formatDate } from '@/components/ui/format'
import type { AuditView } from '@/domain/core'

interface EntryProps {
  entry: AuditView
  links: readonly { label: string; href: string }[]
  locale: string
  zone: string
}

/** The name of an entry with its first changes; it opens all that is known of it. */
export function EntryDialog({ entry, links, locale, zone }: EntryProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="min-h-11 text-left font-medium hover:underline sm:min-h-0" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {entry.label}
        <span className="block text-sm font-normal text-muted">{summaryOf(entry)}</span>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} look="drawer" title={entry.label} description={`${entry.actor}, ${formatDate(entry.at, 'datetime', { locale, zone })}`}>
        <div className="grid gap-5">
          {entry.reason ? <p>{withoutCode(entry.reason)}</p> : null}
          <Changes words={entry.words} />
          <Known entry={entry} />
          {links.length > 0 ? (
            <div className="flex flex-wrap gap-2">
              {links.map(({ label, href }) => (
                <ButtonLink key={label} href={href}>
                  {label}
                </ButtonLink>
              ))}
            </div>
          ) : null}
        </div>
      </Dialog>
    </>
  )
}

function Changes({ words }: Pick<AuditView, 'words'>) {
  if (words.length === 0) return <p className="text-muted">No field was changed.</p>
  return (
    <dl className="grid gap-2.5">
      {words.map(({ field, label, from, to, sentence }) => (
        <div key={field} className="border-b border-line pb-2.5 last:border-0">
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="break-words">
            {from === null && to === null ? sentence.slice(label.length).trim() : null}
            {from === null ? null : <del className="text-muted">{from}</del>}
            {from !== null && to !== null ? ' → ' : null}
            {to === null ? null : <ins className="font-medium no-underline">{to}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Known({ entry }: { entry: AuditView }) {
  const rows = [
    ['Result', OUTCOME_WORDS[entry.outcome]],
    ['Operation', entry.operation],
    ['Record', entry.subjectType.replaceAll('-', ' ')],
    ['Organization', entry.organizationName],
    ['Address', entry.ip],
    ['Program', entry.agent],
    ['Request', entry.requestId],
  ] as const
  return (
    <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
      {rows.map(([label, value]) =>
        value ? (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

function summaryOf({ reason, words }: AuditView): string {
  if (reason) return withoutCode(reason)
  const told = words.filter(({ from, to }) => from !== null || to !== null).map(({ sentence }) => sentence)
  return [...told.slice(0, 2), ...(told.length > 2 ? [`${told.length - 2} more`] : [])].join('; ')
}

function withoutCode(reason: string): string {
  return reason.replace(/^[A-Z_]+: /, '')
}
