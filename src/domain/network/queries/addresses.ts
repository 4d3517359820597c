import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** An address an organization ships to or is billed at. */
export interface AddressView {
  id: string
  label: string
  recipient: string | null
  line1: string
  line2: string | null
  city: string
  region: string | null
  postalCode: string | null
  country: string
  isShipping: boolean
  isBilling: boolean
}

/** The addresses goods can go to. The caller has established the right to order for the organization. */
export function addressesToShipTo(reader: Pick<Reader, 'rows'>, organization: string): Promise<AddressView[]> {
  return reader.rows<AddressView>(`select ${COLUMNS} from addresses a where a.organization_id = $1::uuid and a.archived_at is null ${SORTED}`, [organization], 'tf_ship_to')
}

/** The addresses of an organization that are in use, those for shipping first; none where the reader reaches none. */
export function addressesOf(reader: Reader, organization: string): Promise<AddressView[]> {
  const to = bindings([organization])
  return reader.rows<AddressView>(
    `select ${COLUMNS} from addresses a where a.organization_id = $1::uuid and a.archived_at is null and ${sqlOf(reader.reach('addresses'), 'a', to)}
    ${SORTED}`,
    to.values,
  )
}

const COLUMNS = `a.id, a.label, a.recipient, a.line1, a.line2, a.city, a.region, a.postal_code as "postalCode", a.country,
  coalesce(a.is_shipping, false) as "isShipping", coalesce(a.is_billing, false) as "isBilling"`
const SORTED = 'order by a.is_shipping desc nulls last, a.id limit 200'
