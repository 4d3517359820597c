import { Check } from 'lucide-react'
import { DeedButton } from '@/components/portal/client/deed-button'
import { ReadingLink } from '@/components/portal/notes/reading-link'
import { RowBox } from '@/components/portal/select/row-box'
import { DateText } from '@/components/ui/money'

export interface NotificationRowProps {
  id: string
  subject: string
  body: string | null
  at: Date
  now: Date
  isRead: boolean
  /** the page it is about; null when it has none here */
  href: string | null
  organization: string
  locale: string
  zone: string
}

/** One notification: what happened, when, and the way to it. Following it counts as read. */
export function NotificationRow({ id, subject, body, at, now, isRead, href, organization, locale, zone }: NotificationRowProps) {
  return (
    <li className="relative flex items-start gap-3">
      {/* A read row keeps the place of its box, so that titles stand in one line and stay there when one is read. */}
      <span className="min-w-[1.125rem] pt-0.5">{isRead ? null : <RowBox id={id} name={subject} />}</span>
      <span aria-hidden className={`mt-2 size-2 flex-none rounded-full ${isRead ? 'bg-transparent' : 'bg-brand-text'}`} />
      <div className="min-w-0 flex-1">
        <p className={isRead ? '' : 'font-semibold'}>
          {isRead ? null : <span className="sr-only">Unread: </span>}
          {href ? (
            <ReadingLink id={id} href={href} isRead={isRead}>
              {subject}
            </ReadingLink>
          ) : (
            subject
          )}
        </p>
        {body ? <p className="text-sm text-muted [overflow-wrap:anywhere]">{body}</p> : null}
        <p className="text-sm text-subtle">
          <DateText at={at} style="relative" now={now} locale={locale} zone={zone} />
        </p>
      </div>
      {isRead ? null : (
        <DeedButton organization={organization} path={`/notifications/${id}/mark-read`} done="Marked as read" size="sm" variant="ghost" icon={<Check aria-hidden />} className="raise" aria-label={`Mark as read: ${subject}`}>
          <span className="max-sm:sr-only">Mark read</span>
        </DeedButton>
      )}
    </li>
  )
}
