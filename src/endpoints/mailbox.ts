import { z } from 'zod'
import { listMails, mailPage, resendMail } from '@/domain/core'
import { idOf, NoQuery, PageQuery } from '@/endpoints/params'
import { refuse } from '@/kernel/errors'
import { env } from '@/platform/env'
import { listRoute, operationRoute, queryRoute, type Route } from '@/platform/http/route'
import { renderMail } from '@/platform/mail/render'

const tag = 'mailbox'
const permission = 'mailbox.read'
const ListQuery = z.strictObject({
  ...PageQuery,
  q: z.string().max(120).optional(),
  state: z.enum(['pending', 'sent', 'kept', 'failed', 'stopped']).optional(),
})

/**
 * Every mail the product wrote, with its state. What a mail says opens links to accounts, so reading is possible only
 * where the operator set MAILBOX=1 (demonstrations, tests), and then for the own tree.
 */
export const mailboxRoutes: Route[] = [
  listRoute({
    ...{ method: 'GET', path: '/mailbox', tag, summary: 'Mails, newest first', permission, query: ListQuery },
    page: async ({ reader, query }) => {
      mustBeOpen()
      return { ...(await listMails(reader, query)), limit: query.limit }
    },
  }),
  queryRoute({
    ...{
      method: 'GET',
      path: '/mailbox/:id',
      tag,
      summary: 'One mail as HTML and as text',
      permission,
      query: NoQuery,
    },
    answer: async ({ reader, params }) => {
      mustBeOpen()
      const { message, ...mail } = await mailPage(reader, idOf(params['id'], 'The mail'))
      return { ...mail, ...renderMail(message) }
    },
  }),
  operationRoute({
    method: 'POST',
    path: '/mailbox/:id/resend',
    tag,
    operation: resendMail,
    input: ({ params }) => params,
  }),
]

function mustBeOpen(): void {
  if (!env.MAILBOX) refuse('NOT_FOUND', { noun: 'The mailbox' })
}
