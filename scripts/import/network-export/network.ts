import { z } from 'zod'
import { inviteMember } from '@/domain/identity'
import { createDealer } from '@/domain/network'
import { poolOf } from '@/platform/db/pool'
import { perform } from '@/platform/perform'
import { cell } from '@/platform/import/cells'
import { idOf, step, type Run } from '@/platform/import/step'
import { existingBy, tenantOf } from './existing'

/** Sales regions. */
export const territories = step({
  name: 'territory',
  file: 'territories.csv',
  target: 'territories',
  schema: z.object({ territory: cell.text(80), country: cell.text(2), group: cell.optional(80) }),
  key: (row) => row.territory,
  existing: (run) => existingBy(run, 'territories', 't.name'),
  create: async (run, { territory, country, group }) => {
    const code = territory.toUpperCase().replace(/[^A-Z0-9]+/g, '-')
    const data = { ...tenantOf(run), code, name: territory, country, region: group }
    return (await run.payload.create({ collection: 'territories', data: data as never })).id
  },
})

const DealerRow = z.object({
  dealer_code: cell.text(24),
  name: cell.text(160),
  account_number: cell.optional(40),
  territory: cell.text(80),
  address_line1: cell.text(160),
  address_line2: cell.optional(160),
  city: cell.text(80),
  state: cell.optional(80),
  country: cell.text(2),
  postal_code: cell.optional(20),
})

/** A store: HQ's dealer record, the store's own organization, its address. */
export const dealers = step({
  name: 'dealer',
  file: 'dealers.csv',
  target: 'dealers',
  schema: DealerRow,
  key: (row) => row.dealer_code,
  existing: (run) => existingBy(run, 'dealers', 't.code'),
  create: async (run, row) => (await perform(createDealer, dealerInput(row, idOf(run, 'territory', row.territory, 'territory')), run.caller())).dealer,
})

/** A contact has mail and phone but no name: a person in state invited, and no mail is sent. */
export const dealerContacts = step({
  name: 'contact',
  file: 'dealer_contacts.csv',
  target: 'memberships',
  schema: z.object({ dealer_code: cell.text(24), contact_type: cell.text(120), email: z.email({ pattern: z.regexes.unicodeEmail, error: 'is not a mail address' }), phone: cell.optional(40) }),
  key: (row) => `${row.dealer_code} ${row.email}`,
  existing: existingContacts,
  create: async (run, row) => {
    idOf(run, 'dealer', row.dealer_code, 'dealer_code')
    const organization = (await partiesOf(run)).get(row.dealer_code) ?? ''
    const name = row.email.split('@')[0]?.replace(/[^a-z]+/gi, ' ').trim() || row.email
    const invited = await perform(
      inviteMember,
      { organization, email: row.email, name, title: row.contact_type, phone: row.phone || undefined, sendMail: false, roles: [{ role: row.contact_type === 'Owner' ? 'dealer-admin' : 'dealer-user' }] },
      run.caller(),
    )
    return invited.membership
  },
})

function dealerInput(row: z.output<typeof DealerRow>, territory: string) {
  return {
    code: row.dealer_code,
    name: row.name,
    accountNumber: row.account_number || undefined,
    territory,
    activate: true,
    address: {
      label: 'Store',
      line1: row.address_line1,
      line2: row.address_line2 || undefined,
      city: row.city,
      region: row.state || undefined,
      postalCode: row.postal_code || undefined,
      country: row.country,
    },
  }
}

async function existingContacts(run: Run): Promise<Map<string, string>> {
  const { rows } = await poolOf(run.payload).query<{ key: string; id: string }>(
    `select d.code || ' ' || m.person_email as key, m.id from memberships m join dealers d on d.party_id = m.organization_id
     where d.organization_id = $1 and m.status <> 'ended'`,
    [run.organization.id],
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}

const parties = new WeakMap<Run, Promise<Map<string, string>>>()

// The organizations behind the dealers, read once after the dealers' step.
function partiesOf(run: Run): Promise<Map<string, string>> {
  const known = parties.get(run)
  if (known) return known
  const read = poolOf(run.payload)
    .query<{ code: string; party: string }>('select code, party_id as party from dealers where organization_id = $1', [run.organization.id])
    .then(({ rows }) => new Map(rows.map(({ code, party }) => [code, party])))
  parties.set(run, read)
  return read
}
