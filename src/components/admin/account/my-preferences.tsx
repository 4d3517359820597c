import type { AdminViewServerProps } from 'payload'
import { PreferencesForm } from '@/components/admin/account/preferences-form'
import { Card } from '@/components/admin/frame/card'
import { AdminPage, PageHead } from '@/components/admin/frame/page'
import { preferenceChoices } from '@/components/security/preference-choices'
import { ownProfile } from '@/domain/identity'

/** How the signed-in person reads dates, times and amounts in the admin and in portals. */
export function MyPreferences(view: AdminViewServerProps) {
  return (
    <AdminPage view={view} crumbs={[{ label: 'My preferences' }]} permission={null}>
      {async ({ reader, organization }) => {
        const { locale, zone, dateFormat, currency } = await ownProfile(reader)
        const stored = { locale, zone, dateFormat, currency }
        return (
          <>
            <PageHead title="My preferences" sub="How dates, times and amounts are written for you." />
            <div className="tf-columns">
              <Card title="Reading">
                <PreferencesForm stored={stored} choices={preferenceChoices(reader.now, stored)} standard={{ locale: organization.locale, zone: organization.zone }} />
              </Card>
            </div>
          </>
        )
      }}
    </AdminPage>
  )
}
