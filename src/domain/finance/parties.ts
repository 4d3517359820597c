import type { PartySnapshot } from '@/domain/finance/rows'
import { companySettings } from '@/domain/network'
import type { Reader } from '@/platform/reader'
import { settingFrom, type StoredSettings } from '@/platform/settings'

const { address, email, legalName, phone, taxNumber } = companySettings
const SAID = [address, email, legalName, phone, taxNumber].map((setting) => setting.key)

// What an organization says of itself; what one above it says is said of another company.
const PARTIES = `
select o.id, o.name, o.code, a.recipient, a.line1, a.line2, a.city, a.region, a.postal_code as "postalCode", a.country,
  (select json_object_agg(s.key, s.value) from settings s where s.organization_id = o.id and s.branch_id is null and s.key = any($2::text[])) as said
from organizations o left join lateral (select * from addresses x where x.organization_id = o.id and x.archived_at is null
  order by x.is_billing desc nulls last, x.id limit 1) a on true
where o.id = $1::uuid`

type Row = PartySnapshot & { id: string; said: StoredSettings }

/** Name, billing address and tax number of a buyer as they are now, for a document to keep. The caller has a right to them. */
export async function buyerSnapshot(ctx: Pick<Reader, 'rows'>, id: string): Promise<PartySnapshot> {
  const { said, ...party } = await partyNow(ctx, id)
  return { ...party, ...known({ taxNumber: settingFrom(taxNumber, said) }) }
}

/**
 * The seller as its documents name it: legal name, seat, tax number, mail and phone of its company settings, and its billing
 * address where it says no seat.
 */
export async function sellerSnapshot(ctx: Pick<Reader, 'rows'>, id: string): Promise<PartySnapshot> {
  const { said, ...party } = await partyNow(ctx, id)
  const seat = settingFrom(address, said)
  const place = seat.line1 === '' ? {} : { ...seat, recipient: null }
  const facts = { name: settingFrom(legalName, said), taxNumber: settingFrom(taxNumber, said), email: settingFrom(email, said), phone: settingFrom(phone, said) }
  return { ...party, ...place, ...known(facts) }
}

async function partyNow(ctx: Pick<Reader, 'rows'>, id: string): Promise<Omit<Row, 'id'>> {
  const [row] = await ctx.rows<Row>(PARTIES, [id, SAID], 'tf_party_snapshot')
  if (!row) return { name: '', said: null }
  const { id: _, ...party } = row
  return party
}

function known(facts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).filter(([, text]) => text !== ''))
}
