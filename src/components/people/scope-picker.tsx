'use client'

import { useState } from 'react'
import { isMatch, type PermissionGroup } from '@/components/people/words'

interface ScopePickerProps {
  groups: readonly PermissionGroup[]
  held: readonly string[]
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}

/** What a key may do: permissions by module, those one holds oneself and that programs can have. */
export function ScopePicker({ groups, held, chosen, onChange }: ScopePickerProps) {
  const [text, setText] = useState('')
  const mine = new Set(held)
  const offered = groups.map((group) => ({ ...group, entries: group.entries.filter((one) => one.forKeys && mine.has(one.key) && isMatch(one, text)) })).filter(({ entries }) => entries.length > 0)
  const toggle = (key: string) => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    onChange(next)
  }
  return (
    <fieldset className="pp-field">
      <legend>
        What it may do <span className="pp-muted">{chosen.size === 0 ? 'nothing chosen yet' : `${chosen.size} chosen`}</span>
      </legend>
      <input type="search" className="pp-input" aria-label="Search permissions" placeholder="Search: invoice, stock…" value={text} onChange={(event) => setText(event.target.value)} />
      <div className="pp-scopes" tabIndex={0} role="group" aria-label="Permissions">
        {offered.length === 0 ? <p className="pp-none">No permission matches.</p> : null}
        {offered.map(({ module, label, entries }) => (
          <div key={module} className="pp-choices">
            <strong>{label}</strong>
            {entries.map(({ key, sentence }) => (
              <label key={key} className="pp-check">
                <input type="checkbox" checked={chosen.has(key)} onChange={() => toggle(key)} />
                <span>
                  {sentence} <code>{key}</code>
                </span>
              </label>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
