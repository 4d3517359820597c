import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { defineOperation } from '@/platform/operation'
import { enrol } from '@/domain/identity/enrol'
import { EmailInput, NameInput, RolesInput } from '@/domain/identity/inputs'
import { mustHold, targetOrganization } from '@/domain/identity/rights'
import { chosenRoles } from '@/domain/identity/roles-of'
import type { MembershipRow } from '@/domain/identity/rows'

/** Invites somebody by mail. The answer is the same for an address that has an account and one that has none. */
export const inviteMember = defineOperation({
  name: 'member.invite',
  permission: 'member.invite',
  scope: 'organization',
  summary: 'Invite a person into an organization',
  input: z.strictObject({
    organization: z.uuid().optional(),
    email: EmailInput,
    name: NameInput,
    title: z.string().trim().max(120).optional(),
    phone: z.string().trim().max(40).optional(),
    roles: RolesInput,
    sendMail: z.boolean().default(true).describe('False: the invitation waits until somebody resends it.'),
  }),
  run: async (ctx, { organization, roles, sendMail, ...person }) => {
    const target = await targetOrganization(ctx, 'member.invite', organization)
    if (person.email === ctx.principal.email) refuse('INPUT_INVALID', { reason: 'Somebody else has to make you a member there.' }, [{ path: 'email', message: 'is your own' }])
    const chosen = await chosenRoles(ctx, target, roles)
    await mustHold(ctx, target.id, chosen)
    const known = await ctx.find<MembershipRow>('memberships', { organization: target.id, personEmail: person.email })
    if (known.some((one) => one.status !== 'ended')) refuse('DUPLICATE', { noun: 'A member', field: 'address', value: person.email })
    const { membership, invitation } = await enrol(ctx, { organization: target, person, roles: chosen, announce: sendMail })
    return { membership, invitation, status: 'invited' as const }
  },
})
