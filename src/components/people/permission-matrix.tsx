'use client'

import { useMemo, useState } from 'react'
import type { Reach } from '@/kernel/permission'
import { MatrixRow } from '@/components/people/matrix-row'
import { useAsk, type Refused } from '@/components/people/use-ask'
import { differenceOf, isMatch, type Granted, type PermissionGroup } from '@/components/people/words'

export interface MatrixRole {
  id: string
  permissions: readonly Granted[]
  /** The role it was copied from. */
  source: { name: string; permissions: readonly Granted[] } | null
  /** What its kind can hold, and what the person may put in or take out. */
  most: readonly Granted[]
  own: readonly Granted[]
  canChange: boolean
}

type Chosen = ReadonlyMap<string, Reach>

const chosenOf = (grants: readonly Granted[]): Chosen => new Map(grants.map(({ key, reach }) => [key, reach]))

/** What a role may do, by module: each permission in one sentence, how far it carries, and what differs from the original. */
export function PermissionMatrix({ role, groups, organization }: { role: MatrixRole; groups: readonly PermissionGroup[]; organization: string }) {
  const saved = useMemo(() => chosenOf(role.permissions), [role.permissions])
  const [chosen, setChosen] = useState<Chosen>(saved)
  const [text, setText] = useState('')
  const [onlyDifferent, setOnlyDifferent] = useState(false)
  const { ask, isBusy, refused } = useAsk(organization)
  const original = useMemo(() => chosenOf(role.source?.permissions ?? role.permissions), [role])
  const most = useMemo(() => chosenOf(role.most), [role.most])
  const own = useMemo(() => chosenOf(role.own), [role.own])
  const change = (key: string, reach: Reach | '') => {
    const next = new Map(chosen)
    if (reach === '') next.delete(key)
    else next.set(key, reach)
    setChosen(next)
  }
  const isDifferent = (key: string) => differenceOf(original.get(key), chosen.get(key)) !== null
  const shown = groups
    .map((group) => ({ ...group, entries: group.entries.filter((one) => most.has(one.key) && isMatch(one, text) && (!onlyDifferent || isDifferent(one.key))) }))
    .filter(({ entries }) => entries.length > 0)
  const changes = [...new Set([...saved.keys(), ...chosen.keys()])].filter((key) => saved.get(key) !== chosen.get(key)).length
  const save = () => ask(`/roles/${role.id}`, { method: 'PATCH', body: { permissions: [...chosen].map(([key, reach]) => ({ key, reach })) } })
  return (
    <div className="pp pp-matrix">
      <div className="pp-tools">
        <input type="search" className="pp-input" aria-label="Search permissions" placeholder="Search: invoice, stock, people…" value={text} onChange={(event) => setText(event.target.value)} />
        {role.source ? (
          <label className="pp-check">
            <input type="checkbox" checked={onlyDifferent} onChange={(event) => setOnlyDifferent(event.target.checked)} />
            Only what differs from {role.source.name}
          </label>
        ) : null}
      </div>
      {shown.length === 0 ? <p className="pp-none">{onlyDifferent ? 'Nothing differs from the original here.' : 'No permission matches; try another word.'}</p> : null}
      {shown.map(({ module, label, entries }) => (
        <section key={module} className="pp-group" aria-label={label}>
          <h3>
            {label} <span className="pp-muted">{entries.filter(({ key }) => chosen.has(key)).length} of {entries.length}</span>
          </h3>
          <ul>
            {entries.map((entry) => (
              <MatrixRow key={entry.key} entry={entry} reach={chosen.get(entry.key)} most={most.get(entry.key)} own={own.get(entry.key)} difference={differenceOf(original.get(entry.key), chosen.get(entry.key))} canChange={role.canChange} onChange={change} />
            ))}
          </ul>
        </section>
      ))}
      {role.canChange ? <SaveBar changes={changes} isBusy={isBusy} refused={refused} onDiscard={() => setChosen(saved)} onSave={() => void save()} /> : null}
    </div>
  )
}

interface SaveBarProps {
  /** How many permissions differ from what is saved. */
  changes: number
  isBusy: boolean
  refused: Refused | null
  onDiscard: () => void
  onSave: () => void
}

function SaveBar({ changes, isBusy, refused, onDiscard, onSave }: SaveBarProps) {
  const isLocked = changes === 0 || isBusy
  return (
    <div className="pp-save" data-dirty={changes > 0}>
      {refused ? <p role="alert" className="pp-wrong">{refused.message}</p> : <p className="pp-muted" role="status">{unsaved(changes)}</p>}
      <div className="pp-actions">
        <button type="button" className="pp-button" disabled={isLocked} onClick={onDiscard}>
          Discard
        </button>
        <button type="button" className="pp-button" data-look="primary" disabled={isLocked} onClick={onSave}>
          {isBusy ? 'Saving…' : 'Save'}
        </button>
      </div>
    </div>
  )
}

function unsaved(changes: number): string {
  if (changes === 0) return 'Nothing to save.'
  return `${changes === 1 ? 'One change' : `${changes} changes`} not saved yet.`
}
