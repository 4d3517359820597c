import { z } from 'zod'
import { recipientsOf, wishesOf, type Happened, type Recipient } from '@/domain/core/recipients'
import { mustBeSystem } from '@/domain/core/system-only'
import { writeMail } from '@/domain/core/write-mail'
import type { Notification } from '@/kernel/notification'
import { wordsFor } from '@/kernel/words'
import { defineOperation, type Context } from '@/platform/operation'

const Event = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  organization: z.uuid(),
  counterparty: z.uuid().nullable(),
  actor: z.uuid().nullable(),
  subject: z.strictObject({ type: z.string(), id: z.uuid() }),
  data: z.unknown(),
})
type Event = z.output<typeof Event>

/**
 * Tells people about an event, by every notification that is declared for it: a row for the bell and a mail, as each
 * person prefers. It runs once per event; one row per person, event and type exists at most (Q90).
 */
export function announcing(notifications: readonly Notification[]) {
  return defineOperation({
    name: 'notification.announce',
    permission: null,
    summary: 'Tell people about an event',
    input: Event,
    run: async (ctx, event) => {
      mustBeSystem(ctx)
      let told = 0
      for (const notification of notifications.filter((one) => one.on.name === event.name))
        told += await tell(ctx, notification, event)
      return { told }
    },
  })
}

async function tell(ctx: Context, notification: Notification, event: Event & Happened): Promise<number> {
  const data = notification.on.schema.parse(event.data)
  const people = await recipientsOf(ctx, notification.to, event, notification.branch?.(data))
  const wants = await wishesOf(
    ctx,
    notification,
    people.map((one) => one.user),
  )
  for (const person of people) {
    const told = { subject: '', body: '', path: notification.path(data) }
    const words = wordsFor(person)
    told.subject = notification.subject(data, words).slice(0, 300)
    told.body = notification.body(data, words).slice(0, 1_000)
    if (wants(person.user, 'in-app')) ring(ctx, notification, event.id, person, told)
    if (wants(person.user, 'email')) mail(ctx, notification, event.id, person, told)
  }
  return people.length
}

interface Told {
  subject: string
  body: string
  path: string
}

function ring(ctx: Context, { name, category }: Notification, event: string, person: Recipient, told: Told): void {
  const { user, organization } = person
  ctx.insert('notifications', { user, organization, type: name, event, category, ...told, data: null, readAt: null })
}

function mail(ctx: Context, { name, mandatory }: Notification, event: string, person: Recipient, told: Told): void {
  const because = `You get this mail because you work for ${person.organizationName}.`
  writeMail(ctx, {
    key: `${event}:${name}:${person.user}`,
    to: person.email,
    subject: told.subject,
    organization: person.organization,
    tree: person.tree,
    person: person.user,
    message: {
      heading: told.subject,
      paragraphs: [`Hello ${person.name},`, told.body],
      action: { label: 'Open', path: told.path },
      brand: { name: person.organizationName, color: person.color },
      footer: mandatory ? because : `${because} You can switch it off under Notifications in your profile.`,
    },
  })
}
