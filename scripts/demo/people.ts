import { acceptInvitation, inviteMember } from '@/domain/identity'
import { builtInRoles } from '@/domain/identity/roles'
import { poolOf } from '@/platform/db/pool'
import { openToken } from '@/platform/one-time-token'
import type { Credentials } from '@/platform/password'
import { perform } from '@/platform/perform'
import { nobody, type Tree } from './tools'

/** A sign-in of the demonstration. */
export interface SignIn {
  email: string
  role: string
  organization: string
}

const NAMES: Record<string, string> = {
  'hq-admin': 'Harper Adams',
  'hq-finance': 'Frances Novak',
  'hq-sales': 'Samuel Ortiz',
  'hq-content': 'Clara Lindqvist',
  'warehouse-manager': 'Walter Brandt',
  'inventory-staff': 'Ines Moreau',
  'supplier-manager': 'Sven Larsen',
  readonly: 'Rita Castellano',
  'dealer-admin': 'Dana Whitfield',
  'dealer-user': 'Ben Carver',
  'dealer-technician': 'Theo Park',
  'supplier-user': 'Priya Nair',
}

/** One person for each role of HQ, signing in as `<role>@<host>`. */
export async function hirePeople(tree: Tree, credentials: Credentials, admin: string): Promise<SignIn[]> {
  const roles = builtInRoles.filter((role) => role.audience === 'hq' && role.key !== 'super-admin')
  const signIns: SignIn[] = [{ email: admin, role: 'super-admin', organization: tree.spec.name }]
  for (const { key } of roles) {
    const email = `${key}@${tree.spec.host}`
    await join(tree, credentials, { email, role: key, organization: tree.hq, by: admin })
    signIns.push({ email, role: key, organization: tree.spec.name })
  }
  return signIns
}

/** Invites somebody and accepts the invitation with the demonstration's password. */
export async function join(
  tree: Tree,
  credentials: Credentials,
  { email, role, organization, by, ...more }: { email: string; role: string; organization: string; by: string; name?: string; branch?: string },
): Promise<void> {
  const input = { organization, email, name: more.name ?? nameOf(role), roles: [{ role, branch: more.branch }] }
  await perform(inviteMember, input, await tree.as(by, undefined, tree.hq))
  await accept(tree, credentials, email)
}

/** Accepts the open invitation of an address. */
export async function accept(tree: Tree, credentials: Credentials, email: string): Promise<void> {
  const { rows } = await poolOf(tree.payload).query<{ box: string }>(
    `select data->>'sealedToken' as box from outbox_events where name = 'member.invited' and data->>'email' = $1 order by id desc limit 1`,
    [email],
  )
  const token = openToken('invite', rows[0]?.box ?? '')
  await perform(acceptInvitation, { token, credentials }, nobody(tree.payload))
}

/** The display name of a role's person. */
export function nameOf(role: string): string {
  return NAMES[role] ?? role
}
