import { refuse } from '@/kernel/errors'
import { peekToken } from '@/platform/one-time-token'
import type { Reader } from '@/platform/reader'

export interface InvitationView {
  name: string
  email: string
  organizationName: string
  organizationSlug: string
  /** True for a person who has no password yet and sets one by accepting. */
  needsPassword: boolean
}

const TEXT = `select m.person_name as name, i.email, o.name as "organizationName", o.slug as "organizationSlug", u.hash is null as "needsPassword"
from invitations i join memberships m on m.id = i.membership_id join users u on u.id = m.user_id join organizations o on o.id = i.organization_id
where i.id = $1::uuid and i.status = 'open'`

/** What the holder of an invitation's token is told. TOKEN_INVALID when it is unknown, used, revoked or expired. */
export async function invitationOf(reader: Reader, token: string): Promise<InvitationView> {
  const { invitation } = await peekToken(reader, 'invite', token)
  const [view] = await reader.rows<InvitationView>(TEXT, [invitation], 'tf_invitation_of')
  return view ?? refuse('TOKEN_INVALID', {})
}
