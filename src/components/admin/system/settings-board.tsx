'use client'

import { useState } from 'react'
import { Card, Empty } from '@/components/admin/frame/card'
import { SettingRow } from '@/components/admin/system/setting-row'
import type { SettingGroup, SettingWhere } from '@/components/settings/facts'

/** The settings of one tab, or of all tabs as far as they match what is searched. */
export function SettingsBoard({ where, tab, groups }: { where: SettingWhere; tab: string; groups: readonly SettingGroup[] }) {
  const [words, setWords] = useState('')
  const shown = words.trim() === '' ? groups.filter((group) => group.tab === tab) : matching(groups, words.trim().toLowerCase())
  return (
    <div className="tf-settings">
      <input type="search" className="tf-input" aria-label="Search all settings" placeholder="Search all settings" value={words} onChange={(event) => setWords(event.target.value)} />
      {shown.map(({ title, rows }) => (
        <Card key={title} title={title} flush>
          <div className="tf-setting-rows">
            {rows.map((setting) => (
              // A new revision is a new row: what was typed before somebody else's change does not count any more.
              <SettingRow key={`${setting.key} ${setting.revision} ${JSON.stringify(setting.value)}`} where={where} setting={setting} />
            ))}
          </div>
        </Card>
      ))}
      {shown.length === 0 ? <Empty title="No setting matches">Try another word, or a part of the name.</Empty> : null}
    </div>
  )
}

function matching(groups: readonly SettingGroup[], words: string): SettingGroup[] {
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ label, help, key }) => `${group.title} ${label} ${help} ${key}`.toLowerCase().includes(words)) }))
    .filter(({ rows }) => rows.length > 0)
}
