import { memberPage } from '@/domain/identity/queries/members'
import { sideOf } from '@/platform/access/scope'
import type { Action } from '@/platform/actions'
import type { Reader } from '@/platform/reader'

const STANDING = ['invited', 'active', 'suspended']

const BUTTONS: readonly (Omit<Action, 'allowed' | 'reason'> & { needs: string; from: readonly string[] })[] = [
  { verb: 'assign-role', label: 'Change roles', needs: 'member.assign-role', from: STANDING },
  { verb: 'suspend', label: 'Suspend', tone: 'danger', needs: 'member.suspend', from: ['active'], confirm: 'The person is signed out at once, and keys it made stop working.' },
  { verb: 'reinstate', label: 'Reinstate', needs: 'member.suspend', from: ['suspended'] },
  { verb: 'remove', label: 'Remove', tone: 'danger', needs: 'member.suspend', from: STANDING, confirm: 'The person loses access; a new invitation is needed to come back.' },
]

/** What the reader may do with a member now. */
export async function memberActions(reader: Reader, id: string): Promise<Action[]> {
  const member = await memberPage(reader, id)
  return BUTTONS.map(({ needs, from, ...button }): Action => {
    const isReached = sideOf(reader.reach('memberships', needs), member) === 'owner'
    const reason = reasonAgainst(member.user === reader.principal.id, isReached, needs, from.includes(member.status), member.status)
    return { ...button, allowed: reason === null, ...(reason === null ? {} : { reason }) }
  })
}

function reasonAgainst(isSelf: boolean, isReached: boolean, needs: string, isPossible: boolean, status: string): string | null {
  if (isSelf) return 'Somebody else has to change your own membership.'
  if (!isReached) return `You need the permission ${needs} to do this.`
  return isPossible ? null : `The member is ${status}.`
}
