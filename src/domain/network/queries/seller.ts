import { brandingOf, type Branding } from '@/domain/network/queries/organizations'
import { companySettings } from '@/domain/network/settings'
import { isOpenAt, type WeekHours } from '@/kernel/hours'
import { nearestSetting, type Setting } from '@/kernel/setting'
import type { OrganizationFacts } from '@/platform/access/principal'
import type { Reader } from '@/platform/reader'

/** What a headquarters tells its partners about itself. */
export interface SellerView {
  name: string
  zone: string
  branding: Branding
  email: string
  phone: string
  address: { line1: string; line2: string; postalCode: string; city: string; region: string; country: string }
  taxNumber: string
  hours: WeekHours
  isOpen: boolean
  terms: string
  privacy: string
  cancellation: string
}

const SELLER = `select o.name, o.zone, coalesce((select json_object_agg(s.key, s.value) from settings s
  where s.organization_id = o.id and s.branch_id is null and s.key like 'company.%'), '{}') as stored from organizations o where o.id = $1::uuid`

/**
 * The headquarters of an organization the reader belongs to, as it presents itself. These settings are written for
 * partners to read, so they need no permission beyond membership; null for everybody else.
 */
export async function sellerOf(reader: Reader, organization: OrganizationFacts): Promise<SellerView | null> {
  if (!reader.principal.memberships.some((one) => one.organization.id === organization.id)) return null
  const [found] = await reader.rows<{ name: string; zone: string; stored: Record<string, unknown> }>(SELLER, [organization.tree], 'tf_seller')
  if (!found) return null
  const { name, zone, stored } = found
  const value = <S extends Setting>(setting: S) => nearestSetting(setting, [stored[setting.key]]) as S['default']
  const { email, phone, address, taxNumber, hours, terms, privacy, cancellation } = companySettings
  const open = value(hours) as WeekHours
  return {
    ...{ name, zone, hours: open, isOpen: isOpenAt(open, reader.now, zone) },
    branding: await brandingOf(reader, { path: [organization.tree], name }),
    ...{ email: String(value(email)), phone: String(value(phone)), taxNumber: String(value(taxNumber)) },
    address: value(address) as SellerView['address'],
    ...{ terms: String(value(terms)), privacy: String(value(privacy)), cancellation: String(value(cancellation)) },
  }
}
