import type { AdminViewServerProps } from 'payload'
import { settingsOf, type SettingView } from '@/domain/core/queries/settings'
import { core } from '@/domain/registry'
import { AdminPage, PageHead } from '@/components/admin/frame/page'
import { Card } from '@/components/admin/frame/card'
import type { SettingSchema } from '@/components/admin/system/setting-control'
import { SettingRow } from '@/components/admin/system/setting-row'

/** How the organization works, made from the settings the modules declare. Below it they are inherited. */
export function SettingsPage(view: AdminViewServerProps) {
  return (
    <AdminPage view={view} crumbs={[{ label: 'Settings' }]} permission="setting.read">
      {async ({ reader, organization, can }) => {
        const settings = await settingsOf(reader, core.settings, organization.id)
        return (
          <>
            <PageHead title="Settings" sub={`They count for ${organization.name} and everybody below it that has none of its own.`} />
            <div className="tf-settings">
              {[...groups(settings)].map(([group, rows]) => (
                <Card key={group} title={group} flush>
                  <div className="tf-setting-rows">
                    {rows.map(({ key, label, help, value, default: standard, from, schema }) => (
                      <SettingRow key={key} organization={organization.id} setting={{ key, label, help, value, standard, isOwn: from.kind === 'own', schema: schemaOf(schema) }} isLocked={!can('setting.write')} />
                    ))}
                  </div>
                </Card>
              ))}
            </div>
          </>
        )
      }}
    </AdminPage>
  )
}

function groups(settings: readonly SettingView[]): Map<string, SettingView[]> {
  const found = new Map<string, SettingView[]>()
  for (const setting of settings) found.set(setting.group, [...(found.get(setting.group) ?? []), setting])
  return found
}

// The schema carries helpers of its own, which cannot travel to the browser.
function schemaOf(schema: unknown): SettingSchema {
  const { type, enum: values, minimum, maximum } = schema as SettingSchema
  return { ...(type ? { type } : {}), ...(values ? { enum: [...values] } : {}), ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) }
}
