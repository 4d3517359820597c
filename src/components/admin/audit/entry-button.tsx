'use client'

import { useState } from 'react'
import { Sheet } from '@/components/admin/act/sheet'
import { Facts } from '@/components/admin/frame/card'
import { OUTCOME_WORDS } from '@/components/audit/wish'
import { formatDate } from '@/components/ui/format'
import type { AuditView } from '@/domain/core/queries/audit'

interface EntryProps {
  entry: AuditView
  links: readonly { label: string; href: string }[]
  reads: { locale: string; zone: string }
}

/** The name of an entry; it opens everything that is known about it, with the values before and after. */
export function EntryButton({ entry, links, reads }: EntryProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="tf-record-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {entry.label}
      </button>
      {isOpen ? (
        <Sheet wide title={entry.label} intro={`${entry.actor}, ${formatDate(entry.at, 'datetime', reads)}`} onClose={() => setOpen(false)}>
          <div className="tf-dialog-body">
            {entry.reason ? (
              <p className="tf-note" data-tone={entry.outcome === 'failure' ? 'danger' : 'info'}>
                {entry.reason.replace(/^[A-Z_]+: /, '')}
              </p>
            ) : null}
            <Diff words={entry.words} />
            <Origin entry={entry} />
            {links.length > 0 ? (
              <div className="tf-actions">
                {links.map(({ label, href }) => (
                  <a key={label} className="tf-button" href={href}>
                    {label}
                  </a>
                ))}
              </div>
            ) : null}
          </div>
        </Sheet>
      ) : null}
    </>
  )
}

function Diff({ words }: Pick<AuditView, 'words'>) {
  if (words.length === 0) return <p className="tf-muted">No field was changed.</p>
  return (
    <table className="tf-table tf-diff">
      <thead>
        <tr>
          <th>Field</th>
          <th>Before</th>
          <th>After</th>
        </tr>
      </thead>
      <tbody>
        {words.map(({ field, label, from, to, sentence }) => (
          <tr key={field}>
            <td>{label}</td>
            {from === null && to === null ? (
              <td colSpan={2} className="tf-muted">
                {sentence.slice(label.length).trim()}
              </td>
            ) : (
              <>
                <td>{from === null ? <span className="tf-muted">–</span> : <del>{from}</del>}</td>
                <td>{to === null ? <span className="tf-muted">–</span> : <ins>{to}</ins>}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Origin({ entry }: { entry: AuditView }) {
  return (
    <Facts
      rows={[
        ['Result', OUTCOME_WORDS[entry.outcome]],
        ['Operation', entry.operation],
        ['Record', entry.subject ? `${entry.subjectType} ${entry.subject}` : entry.subjectType],
        ['Organization', entry.organizationName],
        ['On behalf of', entry.onBehalfOfName],
        ['Address', entry.ip],
        ['Program', entry.agent],
        ['Request', entry.requestId],
      ]}
    />
  )
}
