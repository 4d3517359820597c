import { mailWritten } from '@/domain/core/events'
import type { MailMessage } from '@/kernel/mail'
import type { Context } from '@/platform/operation'

/** A mail to be sent once the transaction has committed. `key` is unique: the same mail is never written twice. */
export interface Mail {
  key: string
  to: string
  subject: string
  message: MailMessage
  organization: string
  tree: string
  /** The person it goes to, when it has an account. */
  person: string | null
}

/** Writes a mail as a row and announces it; a job sends it. Nothing is ever sent inside a transaction. */
export function writeMail(ctx: Context, { subject, ...mail }: Mail): string {
  const delivery = ctx.insert('notification-deliveries', {
    ...mail,
    subject: oneLine(subject),
    state: 'pending',
    attempts: 0,
  })
  ctx.emit(
    mailWritten,
    { type: 'notification-deliveries', id: delivery, organization: mail.organization },
    { delivery },
  )
  return delivery
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300)
}
