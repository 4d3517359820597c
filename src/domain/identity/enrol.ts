import type { OrganizationFacts } from '@/platform/access/principal'
import type { Context } from '@/platform/operation'
import { issueToken, tokenExpiry } from '@/platform/one-time-token'
import type { Credentials } from '@/platform/password'
import { memberInvited } from '@/domain/identity/events'
import type { ChosenRole } from '@/domain/identity/roles-of'
import type { UserRow } from '@/domain/identity/rows'

export interface Enrolment {
  organization: Pick<OrganizationFacts, 'id' | 'tree' | 'name'>
  person: { name: string; email: string; title?: string | undefined; phone?: string | undefined }
  roles: readonly Pick<ChosenRole, 'id' | 'branch'>[]
  /** With a password the person is active at once and no invitation is written (founding, command line). */
  credentials?: Credentials | undefined
  /** False: the invitation waits, no mail leaves until somebody resends it (imports). */
  announce?: boolean
}

/**
 * Makes somebody a member: finds or creates the person, adds membership and roles, and invites by mail. Nothing it
 * answers or announces tells whether the address was known. The caller has checked rights and duplicates.
 */
export async function enrol(ctx: Context, enrolment: Enrolment): Promise<{ user: string; membership: string; invitation: string | null }> {
  const { organization, person, roles, credentials } = enrolment
  const user = await findOrCreate(ctx, enrolment)
  const tenant = { organization: organization.id, tree: organization.tree }
  const { name, email, title = null } = person
  const status = credentials ? 'active' : 'invited'
  const membership = ctx.insert('memberships', { ...tenant, user, personName: name, personEmail: email, title, status })
  for (const { id, branch } of roles) ctx.insert('membership-roles', { ...tenant, membership, role: id, branch })
  if (credentials) return { user, membership, invitation: null }
  const expiresAt = tokenExpiry(ctx.now, 'invite')
  const invitation = ctx.insert('invitations', { ...tenant, membership, email, status: 'open', expiresAt })
  if (enrolment.announce !== false) await announceInvitation(ctx, { organization, person, user, membership, invitation })
  return { user, membership, invitation }
}

/** Issues the token of an invitation and announces it; the mail follows. */
export async function announceInvitation(
  ctx: Context,
  facts: Pick<Enrolment, 'organization' | 'person'> & { user: string; membership: string; invitation: string },
): Promise<Date> {
  const { organization, person, user, membership, invitation } = facts
  await ctx.flush()
  const { sealed, expiresAt } = await issueToken(ctx, 'invite', user, invitation)
  ctx.emit(
    memberInvited,
    { type: 'memberships', id: membership, organization: organization.id },
    {
      membership,
      invitation,
      name: person.name,
      email: person.email,
      organizationName: organization.name,
      invitedBy: ctx.principal.name,
      sealedToken: sealed,
      expiresAt: expiresAt.toISOString(),
    },
  )
  return expiresAt
}

async function findOrCreate(ctx: Context, { person, credentials }: Enrolment): Promise<string> {
  // Two organizations may invite the same new address at the same moment; the second waits and finds the person.
  await ctx.rows('select pg_advisory_xact_lock(hashtextextended($1, 7261002))', [person.email], 'tf_lock_email')
  const [known] = await ctx.find<UserRow>('users', { email: person.email })
  if (known) return known.id
  return ctx.insert('users', {
    name: person.name,
    email: person.email,
    phone: person.phone ?? null,
    status: credentials ? 'active' : 'invited',
    ...(credentials ?? {}),
    loginAttempts: 0,
  })
}
