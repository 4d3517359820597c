import type { DeliveryRow } from '@/domain/core/rows'
import { refuse } from '@/kernel/errors'
import type { MailMessage } from '@/kernel/mail'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

export interface MailView {
  id: string
  to: string
  subject: string
  state: DeliveryRow['state']
  attempts: number
  lastError: string | null
  createdAt: Date
  sentAt: Date | null
}

const COLUMNS = `d.id, d."to", d.subject, d.state, d.attempts::int as attempts, d.last_error as "lastError", d.created_at as "createdAt", d.sent_at as "sentAt"`

/** Mails of the organizations one may look after, newest first; the cursor is the id of the last one seen. */
export async function listMails(
  reader: Reader,
  wish: { q?: string | undefined; state?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ rows: MailView[]; nextCursor: string | null }> {
  const to = bindings()
  const where = [sqlOf(reader.reach('notification-deliveries'), 'd', to)]
  if (wish.state) where.push(`d.state::text = ${to.bind(wish.state)}`)
  if (wish.q) where.push(`(d."to" ilike ${to.bind(like(wish.q))} or d.subject ilike ${to.bind(like(wish.q))})`)
  if (wish.cursor) where.push(`d.id < ${to.bind(wish.cursor)}::uuid`)
  const text = `select ${COLUMNS} from notification_deliveries d where ${where.join(' and ')} order by d.id desc limit ${to.bind(wish.limit + 1)}::int`
  const found = await reader.rows<MailView>(text, to.values)
  const rows = found.slice(0, wish.limit)
  return { rows, nextCursor: found.length > wish.limit ? (rows.at(-1)?.id ?? null) : null }
}

/** One mail with what it says; NOT_FOUND unless `mailbox.read` reaches it. */
export async function mailPage(reader: Reader, id: string): Promise<MailView & { message: MailMessage }> {
  const to = bindings([id])
  const [mail] = await reader.rows<MailView & { message: MailMessage }>(
    `select ${COLUMNS}, d.message from notification_deliveries d where d.id = $1::uuid and ${sqlOf(reader.reach('notification-deliveries'), 'd', to)}`,
    to.values,
  )
  return mail ?? refuse('NOT_FOUND', { noun: 'The mail' })
}

function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
