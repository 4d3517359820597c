import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/platform/env'

/** A mail as the mail server gets it. `id` becomes its Message-ID, so that a second copy can be told. */
export interface OutgoingMail {
  id: string
  to: string
  fromName: string
  subject: string
  html: string
  text: string
}

const LOOPBACK = /^(localhost|127\.[\d.]+|\[?::1\]?|0\.0\.0\.0)$/i

let opened: Transporter | null = null

/**
 * Hands a mail to the mail server of SMTP_URL: `sent`. Without one it is `kept`: it lies in the mailbox only. Throws
 * when the server refuses or does not answer within seconds.
 */
export async function sendMail({ id, to, fromName, subject, html, text }: OutgoingMail): Promise<'sent' | 'kept'> {
  if (!env.SMTP_URL) return 'kept'
  opened ??= open(env.SMTP_URL)
  const address = /<([^>]+)>/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM
  const host = address.split('@')[1] ?? 'localhost'
  const from = { name: fromName, address }
  await opened.sendMail({
    from,
    to: { name: '', address: to },
    subject,
    html,
    text,
    messageId: `<${id}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  return 'sent'
}

/** Closes the connection to the mail server, if there is one. */
export function closeMailer(): void {
  opened?.close()
  opened = null
}

function open(url: string): Transporter {
  const host = new URL(url).hostname
  if (LOOPBACK.test(host) && !env.ALLOW_LOOPBACK) {
    throw new Error(`SMTP_URL points to this machine (${host}); set ALLOW_LOOPBACK=1 if that is meant.`)
  }
  return createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}
