import { settingsOf, type SettingView } from '@/domain/core'
import { brandingOf, type Branding } from '@/domain/network/queries/organizations'
import { companySettings } from '@/domain/network/settings'
import { refuse } from '@/kernel/errors'
import type { OrganizationFacts } from '@/platform/access/principal'
import type { Reader } from '@/platform/reader'

type Name = keyof typeof companySettings

/** What an organization says about itself, and where each inherited part comes from. */
export interface CompanyView extends Record<Name, unknown> {
  organization: string
  name: string
  currency: string
  zone: string
  locale: string
  revision: number
  branding: Branding
  /** Taxes in force for its sales: name, place, class and rate in parts per million. */
  taxes: { name: string; country: string; region: string | null; taxClass: string; ratePpm: number }[]
  from: Record<Name, SettingView['from']>
}

type Facts = OrganizationFacts & { revision: number }

const TAXES = `select name, country, region, tax_class as "taxClass", rate_ppm::float8 as "ratePpm" from tax_rates
where organization_id = any($1::uuid[]) and (from_day is null or from_day <= $2::text) and (to_day is null or to_day > $2::text) order by country, region nulls first, name limit 200`

/** The company settings of an organization. NOT_FOUND unless `setting.read` reaches it. */
export async function companyOf(reader: Reader, organization: string): Promise<CompanyView> {
  const views = await settingsOf(reader, Object.values(companySettings), organization)
  const [facts] = await reader.rows<Facts>(
    `select id, code, slug, name, kind, tree_id as tree, string_to_array(trim(both '/' from path), '/') as path, currency, zone, locale,
       revision::float8 as revision from organizations where id = $1::uuid`,
    [organization],
  )
  if (!facts) return refuse('NOT_FOUND', { noun: 'The organization' })
  const { name, currency, zone, locale, revision } = facts
  const taxes = await reader.rows<CompanyView['taxes'][number]>(TAXES, [facts.path, reader.now.toISOString().slice(0, 10)])
  const of = (field: Name) => views.find((one) => one.key === companySettings[field].key)
  const each = <T>(pick: (view: SettingView | undefined) => T) =>
    Object.fromEntries(Object.keys(companySettings).map((field) => [field, pick(of(field as Name))])) as Record<Name, T>
  return {
    ...{ organization, name, currency, zone, locale, revision, taxes },
    branding: await brandingOf(reader, facts),
    ...each((view) => view?.value ?? null),
    from: each((view) => view?.from ?? { kind: 'default', organization: null }),
  }
}
