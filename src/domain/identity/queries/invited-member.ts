import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** The membership an invitation leads to; null for an invitation the reader does not reach. */
export async function invitedMember(reader: Reader, invitation: string): Promise<string | null> {
  const to = bindings([invitation])
  const [row] = await reader.rows<{ membership: string }>(
    `select i.membership_id as membership from invitations i where i.id = $1::uuid and ${sqlOf(reader.reach('invitations'), 'i', to)}`,
    to.values,
  )
  return row?.membership ?? null
}
