import type { Metadata } from 'next'
import type { PageProps } from '../../_portal/address'
import { dealerPortal } from '../../_portal/portal'
import { PreferenceSwitch } from '@/components/portal/notes/preference-switch'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { preferencesOf } from '@/domain/core'
import { core } from '@/domain/registry'

export const metadata: Metadata = { title: 'What to be told' }

export default async function Page({ params }: PageProps) {
  const { reader, base, organization } = await dealerPortal((await params).org)
  const preferences = await preferencesOf(reader, core.notifications)
  const categories = [...new Set(preferences.map(({ category }) => category))]
  return (
    <>
      <PageHeader
        title="What to be told"
        description="Each switch acts at once. What you must know cannot be switched off."
        crumbs={[{ label: 'Notifications', href: `${base}/notifications` }, { label: 'What to be told' }]}
      />
      <div className="grid max-w-4xl gap-6">
        {categories.map((category) => (
          <Card key={category} title={titleOf(category)} flush>
            <ul className="list-rows">
              {preferences
                .filter((one) => one.category === category)
                .map(({ type, description, example, mandatory, channels }) => (
                  <li key={type} className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
                    <div className="min-w-0 flex-1 basis-72">
                      <p className="font-medium">{description}</p>
                      <p className="text-sm text-muted">For example: {example}</p>
                      {mandatory ? <p className="text-sm text-muted">Always on: you have to know this.</p> : null}
                    </div>
                    <div className="flex gap-6">
                      {channels.map(({ channel, enabled }) => (
                        <PreferenceSwitch key={channel} organization={organization.slug} type={type} channel={channel} isOn={enabled} isFixed={mandatory} about={description} />
                      ))}
                    </div>
                  </li>
                ))}
            </ul>
          </Card>
        ))}
      </div>
    </>
  )
}

const titleOf = (category: string): string => {
  const words = category.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
