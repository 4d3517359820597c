'use client'

import { useState } from 'react'
import { isMatch, REACH_WORDS, type PermissionGroup } from '@/components/people/words'
import type { HeldPermission } from '@/domain/identity'

/** What somebody may do and why: each permission with the roles that give it, where they count and how far they carry. */
export function AccessList({ held, groups, name, roleHref }: { held: readonly HeldPermission[]; groups: readonly PermissionGroup[]; name: string; roleHref: string | null }) {
  const [text, setText] = useState('')
  const sources = new Map(held.map((one) => [one.permission, one.sources]))
  const shown = groups.map((group) => ({ ...group, entries: group.entries.filter((one) => sources.has(one.key) && isMatch(one, text)) })).filter(({ entries }) => entries.length > 0)
  if (held.length === 0) return <p className="pp pp-none">{name} has no role yet and may do nothing.</p>
  return (
    <div className="pp pp-matrix">
      <div className="pp-tools">
        <input type="search" className="pp-input" aria-label="Search what this person may do" placeholder="Search: invoice, stock, people…" value={text} onChange={(event) => setText(event.target.value)} />
        <span className="pp-muted">{held.length} permissions</span>
      </div>
      {shown.length === 0 ? <p className="pp-none">{name} holds no permission that matches.</p> : null}
      {shown.map(({ module, label, entries }) => (
        <section key={module} className="pp-group" aria-label={label}>
          <h3>
            {label} <span className="pp-muted">{entries.length}</span>
          </h3>
          <ul>
            {entries.map(({ key, sentence }) => (
              <li key={key} data-held>
                <div>
                  <span>{sentence}</span>
                  <span className="pp-key">
                    <code>{key}</code>
                  </span>
                </div>
                <ul className="pp-why">
                  {(sources.get(key) ?? []).map(({ role, roleName, reach, branch, branchName }) => (
                    <li key={`${role} ${branch ?? ''}`}>
                      via {roleHref ? <a href={`${roleHref}/${role}`}>{roleName}</a> : roleName}
                      <span className="pp-muted"> · {branch ? `in ${branchName ?? 'one branch'}` : REACH_WORDS[reach].toLowerCase()}</span>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
