import { Bell } from 'lucide-react'
import type { Metadata } from 'next'
import type { PageProps } from '../_portal/address'
import { dealerPortal } from '../_portal/portal'
import { PreferencesForm } from '@/components/portal/security/preferences-form'
import { preferenceChoices } from '@/components/security/preference-choices'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { ownProfile } from '@/domain/identity'

export const metadata: Metadata = { title: 'Preferences' }

export default async function Page({ params }: PageProps) {
  const { reader, organization, base } = await dealerPortal((await params).org)
  const stored = await ownProfile(reader)
  return (
    <>
      <PageHeader
        title="Preferences"
        description="How dates, times and amounts are written for you."
        actions={
          <ButtonLink href={`${base}/notifications/preferences`} icon={<Bell aria-hidden />}>
            What to be told
          </ButtonLink>
        }
      />
      <div className="max-w-4xl">
        <Card>
          <PreferencesForm organization={organization.slug} stored={stored} choices={preferenceChoices(reader.now, stored)} standard={{ locale: organization.locale, zone: organization.zone }} />
        </Card>
      </div>
    </>
  )
}
