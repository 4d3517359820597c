import type { EmailAdapter } from 'payload'

/**
 * Payload itself never sends mail here: it would do so inside a transaction (PF8). Every mail of the product is a row
 * in `notification-deliveries` and leaves from a job.
 */
export const quietEmail: EmailAdapter = () => ({
  name: 'outbox-only',
  defaultFromAddress: 'no-reply@thoroughfare.local',
  defaultFromName: 'Thoroughfare',
  sendEmail: () => Promise.reject(new Error('Mail is sent by jobs only: insert a delivery row instead.')),
})
