import { SettingRow, type SettingRowProps } from '@/components/portal/settings/setting-row'
import { Origin, SettingValue } from '@/components/portal/settings/setting-value'
import type { SettingGroup } from '@/components/settings/facts'
import { valueWords } from '@/components/settings/value-words'
import { Card } from '@/components/ui/card'

type SettingsCardProps = Omit<SettingRowProps, 'setting'> & { group: SettingGroup }

/** Settings under one heading that can be changed here. */
export function SettingsCard({ group: { title, rows }, ...rest }: SettingsCardProps) {
  return (
    <Card title={title} flush>
      <div className="divide-y divide-line border-t border-line">
        {rows.map((setting) => (
          // A new revision is a new row: what was typed before somebody else's change does not count any more.
          <SettingRow key={`${setting.key} ${setting.revision} ${JSON.stringify(setting.value)}`} setting={setting} {...rest} />
        ))}
      </div>
    </Card>
  )
}

/** Settings somebody above decides: what counts, and whose decision it is. */
export function RulesCard({ group: { title, rows }, locale }: { group: SettingGroup; locale: string }) {
  return (
    <Card title={title} flush>
      <dl className="divide-y divide-line border-t border-line">
        {rows.map((setting) => (
          <div key={setting.key} className="grid gap-x-8 gap-y-2 px-5 py-4 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
            <dt>
              <span className="text-sm font-medium">{setting.label}</span>
              <span className="block text-sm text-muted">{setting.help}</span>
            </dt>
            <dd className="flex flex-wrap items-start justify-between gap-3">
              <SettingValue lines={valueWords(setting.value, setting.editor, locale)} />
              <Origin setting={setting} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
