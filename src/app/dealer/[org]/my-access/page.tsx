import { Check } from 'lucide-react'
import type { Metadata } from 'next'
import { dealerPortal, type Portal } from '../_portal/portal'
import type { PageProps } from '../_portal/address'
import { permissionGroups } from '@/components/people/catalogue'
import { WhyNot } from '@/components/portal/access/why-not'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { builtInRoles } from '@/domain/identity/roles'

export const metadata: Metadata = { title: 'What I may do' }

/** Everything a person of a dealer can be allowed to do, what of it the visitor may, and for the rest why not. */
export default async function Page({ params }: PageProps) {
  const portal = await dealerPortal((await params).org)
  const groups = permissionGroups.map(({ label, entries }) => ({ label, entries: entries.filter(({ key }) => DEALERS.has(key) || portal.can(key)) }))
  return (
    <>
      <PageHeader title="What I may do" description={`Your rights in ${portal.organization.name}. Ask about any that you miss.`} />
      <div className="grid gap-6">
        {groups
          .filter(({ entries }) => entries.length > 0)
          .map(({ label, entries }) => (
            <Card key={label} title={label} flush>
              <ul className="divide-y divide-line">
                {entries.map(({ key, sentence }) => (
                  <Right key={key} portal={portal} permission={key} sentence={sentence} />
                ))}
              </ul>
            </Card>
          ))}
      </div>
    </>
  )
}

const DEALERS: ReadonlySet<string> = new Set(builtInRoles.filter(({ audience }) => audience === 'dealer').flatMap(({ permissions }) => Object.keys(permissions)))

function Right({ portal: { organization, can }, permission, sentence }: { portal: Portal; permission: string; sentence: string }) {
  return (
    <li className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2 sm:px-5">
      <span className={can(permission) ? '' : 'text-muted'}>{sentence}</span>
      {can(permission) ? (
        <Badge tone="success" icon={<Check aria-hidden className="size-3.5" />}>
          Allowed
        </Badge>
      ) : (
        <WhyNot organization={organization.slug} ask={`/permission?permission=${permission}&organization=${organization.id}`} what={sentence} />
      )}
    </li>
  )
}
