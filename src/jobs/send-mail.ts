import type { Payload } from 'payload'
import { beginDelivery, finishDelivery } from '@/domain/core'
import { loadOrganization } from '@/platform/access/load-principal'
import { systemPrincipal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { sendMail } from '@/platform/mail/mailer'
import { renderMail } from '@/platform/mail/render'
import { perform, type Caller } from '@/platform/perform'
import type { HappenedEvent } from '@/platform/queue/jobs'

/** How often a mail is tried, and the pause before the second time; each further pause is twice as long. */
export const MAIL_RETRIES = { attempts: 6, waitMs: 30_000 }

/**
 * Sends a written mail. No transaction is open while the mail server is spoken to. A crash right after the server took
 * it sends it again with the same Message-ID; everything else is sent once.
 */
export async function sendWrittenMail(payload: Payload, event: HappenedEvent<{ delivery: string }>): Promise<void> {
  const caller = await systemOf(payload, event)
  const { delivery } = event.data
  const mail = await perform(beginDelivery, { delivery }, caller)
  if (!mail) return
  try {
    const { html, text } = renderMail(mail.message)
    const state = await sendMail({
      id: delivery,
      to: mail.to,
      fromName: mail.message.brand.name,
      subject: mail.subject,
      html,
      text,
    })
    await perform(finishDelivery, { delivery, state, error: null }, caller)
  } catch (error) {
    const state = mail.attempt >= MAIL_RETRIES.attempts ? 'failed' : 'pending'
    await perform(finishDelivery, { delivery, state, error: sentenceOf(error) }, caller)
    throw error
  }
}

async function systemOf(payload: Payload, event: HappenedEvent): Promise<Caller> {
  const organization = await loadOrganization(poolOf(payload), event.organization)
  if (!organization) throw new Error(`The organization of event ${event.id} does not exist.`)
  return { payload, principal: systemPrincipal(organization), facts: { requestId: event.id, ip: null, agent: null } }
}

function sentenceOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 2_000)
}
