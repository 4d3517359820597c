import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { listMails, mailPage, type MailView } from '@/domain/core/queries/mailbox'
import { isDomainError } from '@/kernel/errors'
import { formatDate } from '@/components/ui/format'
import { AdminPage, PageHead } from '@/components/admin/frame/page'
import { Badge } from '@/components/admin/frame/badge'
import { Card, Empty, Facts } from '@/components/admin/frame/card'
import type { Work } from '@/components/admin/frame/work'
import { ResendButton } from '@/components/admin/system/resend-button'
import { env } from '@/platform/env'
import { renderMail } from '@/platform/mail/render'

const PAGE = 50
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const TONES = { pending: 'warning', sent: 'success', failed: 'danger', kept: 'info', stopped: 'danger' } as const

/** Every mail of the organization and how it fares. Only where the operator switched it on (MAILBOX). */
export function MailboxPage(view: AdminViewServerProps) {
  if (!env.MAILBOX) return notFound()
  const asked = (name: string) => {
    const value = view.searchParams?.[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const mail = asked('mail')
  return (
    <AdminPage view={view} crumbs={[{ label: 'Mailbox' }]} permission="mailbox.read">
      {async (work) => {
        const cursor = asked('after')
        const { rows, nextCursor } = await listMails(work.reader, { q: asked('q'), cursor: cursor && UUID.test(cursor) ? cursor : undefined, limit: PAGE })
        const shown = mail && UUID.test(mail) ? await found(work, mail) : null
        return (
          <>
            <PageHead title="Mailbox" sub="Every mail the product wrote, the newest first." />
            <form className="tf-actions" role="search">
              <input className="tf-input" style={{ width: 280 }} name="q" aria-label="Search mails" placeholder="Recipient or subject" defaultValue={asked('q')} />
              <button type="submit" className="tf-button">Search</button>
            </form>
            <div className={shown ? 'tf-halves' : 'tf-stack'}>
              <Card title="Mails" flush>
                {rows.length === 0 ? <Empty title="No mails">They appear as soon as something is sent.</Empty> : null}
                <ul className="tf-rows">
                  {rows.map((row) => (
                    <Row key={row.id} row={row} work={work} isShown={row.id === mail} />
                  ))}
                </ul>
                {nextCursor ? <p className="tf-card-body"><a className="tf-link" href={`?after=${nextCursor}`}>Older mails</a></p> : null}
              </Card>
              {shown ? <Message mail={shown} work={work} /> : null}
            </div>
          </>
        )
      }}
    </AdminPage>
  )
}

async function found({ reader }: Work, id: string) {
  try {
    return await mailPage(reader, id)
  } catch (error) {
    if (isDomainError(error)) return null
    throw error
  }
}

function Row({ row: { id, to, subject, state, createdAt }, work: { reads }, isShown }: { row: MailView; work: Work; isShown: boolean }) {
  return (
    <li>
      <a className="tf-link" href={`?mail=${id}`} {...(isShown ? { 'aria-current': 'true' as const } : {})}>
        {subject}
      </a>
      <Badge tone={TONES[state]} label={state.charAt(0).toUpperCase() + state.slice(1)} />
      <span className="tf-muted">{to}</span>
      <span className="tf-muted">{formatDate(createdAt, 'datetime', reads)}</span>
    </li>
  )
}

function Message({ mail, work: { reads } }: { mail: Awaited<ReturnType<typeof mailPage>>; work: Work }) {
  return (
    <Card title={mail.subject}>
      <div className="tf-stack">
        <Facts
          rows={[
            ['To', mail.to],
            ['Written', formatDate(mail.createdAt, 'datetime', reads)],
            ['Sent', mail.sentAt ? formatDate(mail.sentAt, 'datetime', reads) : 'Not yet'],
            ['Tries', String(mail.attempts)],
            ['Last error', mail.lastError],
          ]}
        />
        <iframe className="tf-mail" title={`Mail: ${mail.subject}`} sandbox="allow-popups allow-popups-to-escape-sandbox" srcDoc={`<base target="_blank">${renderMail(mail.message).html}`} />
        <ResendButton id={mail.id} />
      </div>
    </Card>
  )
}
