import { Check, ChevronsUpDown } from 'lucide-react'
import Link from 'next/link'
import { OrganizationSearch } from '@/components/portal/shell/organization-search'
import { Avatar } from '@/components/ui/avatar'

export interface ShellOrganization {
  name: string
  /** Under the name: the HQ it belongs to, or its kind. */
  subtitle?: string | undefined
  href: string
  logoUrl?: string | null | undefined
  /** `#rrggbb` of its branding; the house colour if absent or unreadable. */
  color?: string | null | undefined
  /** Other organizations of the person; two or more make a switcher. */
  others?: readonly OtherOrganization[] | undefined
}

export interface OtherOrganization {
  name: string
  subtitle?: string | undefined
  href: string
  logoUrl?: string | null | undefined
}

/** More than one sees at a glance: then one types. */
const MANY = 7
const SWITCHER_ID = 'portal-organizations'

/** Logo or monogram and name; a switcher where the person has more than one organization. */
export function OrganizationBadge({ organization }: { organization: ShellOrganization }) {
  if (!organization.others?.length) {
    return (
      <Link href={organization.href} className="org">
        <Face {...organization} brand />
      </Link>
    )
  }
  const isLong = organization.others.length > MANY
  return (
    <>
      <button
        type="button"
        className="org"
        popoverTarget={SWITCHER_ID}
        aria-label={`${organization.name}: change organization`}
      >
        <Face {...organization} brand />
        <ChevronsUpDown aria-hidden className="ml-auto size-4 flex-none text-subtle" />
      </button>
      <div id={SWITCHER_ID} popover="auto" className="menu flyout flyout-start">
        <p className="menu-label">Organizations</p>
        <ul>
          <li className="menu-item" aria-current="true">
            <Face {...organization} brand />
            <Check aria-hidden className="ml-auto" />
          </li>
          {isLong ? null : organization.others.map((other) => (
            <li key={other.href}>
              <Link href={other.href} className="menu-item">
                <Face {...other} />
              </Link>
            </li>
          ))}
        </ul>
        {isLong ? <OrganizationSearch first={organization.others} here={organization.href} /> : null}
      </div>
    </>
  )
}

function Face({ name, subtitle, logoUrl, brand }: OtherOrganization & { brand?: boolean }) {
  return (
    <>
      <Avatar name={name} src={logoUrl} square brand={brand} className="size-7" />
      <span className="grid min-w-0">
        <span className="truncate text-sm leading-4 font-semibold">{name}</span>
        {subtitle ? <span className="truncate text-2xs text-muted">{subtitle}</span> : null}
      </span>
    </>
  )
}
