import type { Audience, Channel, Notification } from '@/kernel/notification'
import type { Context } from '@/platform/operation'

/** A person who is told, with the organization for which. */
export interface Recipient {
  user: string
  email: string
  name: string
  locale: string
  zone: string
  organization: string
  tree: string
  organizationName: string
  color: string | null
}

/** The event as far as it decides who is told. */
export interface Happened {
  organization: string
  counterparty: string | null
  actor: string | null
  subject: { type: string; id: string }
}

const PERSON = `u.id as user, u.email, u.name, coalesce(u.locale, o.locale) as locale, coalesce(u.zone, o.zone) as zone,
  o.id as organization, o.tree_id as tree, o.name as "organizationName", o.branding->>'brand' as color`

// Whoever holds the permission in the whole organization or in the document's branch. Roles for own rows are left out.
const HOLDERS = `select ${PERSON} from memberships m join users u on u.id = m.user_id join organizations o on o.id = m.organization_id
where m.organization_id = $1::uuid and m.status = 'active' and u.status = 'active' and u.id is distinct from $3::uuid
  and exists (select 1 from membership_roles mr join role_permissions p on p.role_id = mr.role_id
    where mr.membership_id = m.id and p.key = $2 and p.reach in ('branch', 'organization', 'network') and (mr.branch_id = $4::uuid or (mr.branch_id is null and p.reach <> 'branch')))
order by u.id`

const ACTOR = `select ${PERSON} from users u, organizations o where u.id = $1::uuid and u.status = 'active' and o.id = $2::uuid`

/**
 * Who is told: holders of the permission on one side, without the person who acted; or that person alone. `branch` is
 * that of what is no document.
 */
export async function recipientsOf(ctx: Context, to: Audience, event: Happened, branch?: string | null): Promise<Recipient[]> {
  if (to.side === 'actor') return event.actor ? ctx.rows<Recipient>(ACTOR, [event.actor, event.organization]) : []
  const organization = to.side === 'owner' ? event.organization : event.counterparty
  if (!organization) return []
  return ctx.rows<Recipient>(HOLDERS, [organization, to.holding, event.actor, branch ?? (await branchOf(ctx, to.side, event.subject))])
}

const DOCUMENTS = ['orders', 'shipments', 'invoices']

// The branch of the document on the side that is told.
async function branchOf(ctx: Context, side: 'owner' | 'counterparty', { type, id }: Happened['subject']): Promise<string | null> {
  if (!DOCUMENTS.includes(type)) return null
  const [row] = await ctx.find<{ branch: string | null; counterpartyBranch: string | null }>(type, { id })
  return (side === 'owner' ? row?.branch : row?.counterpartyBranch) ?? null
}

/** Answers whether a person wants a notification on a channel: the own choice, else yes; mandatory ones always. */
export async function wishesOf(
  ctx: Context,
  notification: Notification,
  users: readonly string[],
): Promise<(user: string, channel: Channel) => boolean> {
  const off = new Set<string>()
  if (!notification.mandatory && users.length > 0) {
    const stored = await ctx.rows<{ user: string; channel: string }>(
      `select user_id as user, channel from notification_preferences where user_id = any($1::uuid[]) and type = $2 and not enabled`,
      [users, notification.name],
    )
    for (const { user, channel } of stored) off.add(`${user} ${channel}`)
  }
  return (user, channel) => notification.channels.includes(channel) && !off.has(`${user} ${channel}`)
}
