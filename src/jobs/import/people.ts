import { z } from 'zod'
import { inviteMember, removeMember } from '@/domain/identity'
import { codeOf, oneRow, readAll } from '@/jobs/import/lookup'
import { cell } from '@/platform/import/cells'
import { RowProblem, step } from '@/platform/import/step'
import { perform } from '@/platform/perform'

const Row = z.object({
  email: cell.text(160).transform((email) => email.toLowerCase()),
  name: cell.text(120),
  dealer: cell.optional(24).transform((code) => code.toUpperCase()),
  role: cell.optional(60),
  title: cell.optional(120),
  phone: cell.optional(40),
})
type Row = z.output<typeof Row>

const MEMBERS = `select coalesce(d.code, '') || ' ' || m.person_email as key, m.id from memberships m
  left join dealers d on d.party_id = m.organization_id and d.organization_id = $1
  where (d.id is not null or m.organization_id = $1) and m.status <> 'ended'`

/** People by dealer and address: invited once; members stay as they are, because a person's name is the person's. */
export const peopleStep = step<Row>({
  name: 'person',
  file: '',
  target: 'memberships',
  schema: Row,
  key: (row) => `${row.dealer} ${row.email}`,
  existing: (run) => readAll(run, MEMBERS),
  before: () => Promise.resolve({}),
  create: async (run, { dealer, email, name, role, title, phone }) => {
    const organization = dealer === '' ? run.organization.id : await partyOf(run, dealer)
    const roles = [{ role: role || (dealer === '' ? 'readonly' : 'dealer-user') }]
    const more = { ...(title ? { title } : {}), ...(phone ? { phone } : {}) }
    return (await perform(inviteMember, { organization, email, name, roles, ...more, sendMail: run.options?.['sendMail'] ?? false }, run.caller())).membership
  },
  undo: async (run, { target }) => {
    const member = await oneRow<{ status: string; name: string }>(run, 'select status::text as status, person_name as name from memberships where id = $1::uuid', [target])
    if (!member || member.status === 'ended') throw new RowProblem(null, 'The membership has ended already.')
    if (member.status !== 'invited') throw new RowProblem(null, `${member.name} has accepted the invitation.`)
    await perform(removeMember, { id: target }, run.caller())
  },
})

async function partyOf(run: Parameters<typeof oneRow>[0], code: string): Promise<string> {
  const dealer = await codeOf(run, { table: 'dealers', key: 't.code', noun: 'dealer' }, code, 'dealer')
  const found = await oneRow<{ party: string }>(run, 'select party_id as party from dealers where id = $1::uuid', [dealer])
  if (!found) throw new RowProblem('dealer', `There is no dealer "${code}".`)
  return found.party
}
