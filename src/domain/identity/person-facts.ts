import type { Subject } from '@/platform/operation'
import type { Reader } from '@/platform/reader'

/** A person as events about the account speak of it. */
export interface PersonFacts {
  user: string
  name: string
  email: string
}

const FACTS = `select u.id as user, u.name, u.email, (select m.organization_id from memberships m where m.user_id = u.id and m.status <> 'ended'
  order by (m.status = 'active') desc, m.id limit 1) as organization from users u where u.id = $1::uuid`

/** The person and what an event about it hangs on: its first organization. Null for somebody who belongs nowhere. */
export async function personFacts(reader: Reader, user: string): Promise<{ person: PersonFacts; subject: Subject } | null> {
  const [row] = await reader.rows<PersonFacts & { organization: string | null }>(FACTS, [user], 'tf_person_facts')
  if (!row?.organization) return null
  const { organization, ...person } = row
  return { person, subject: { type: 'users', id: user, organization } }
}
