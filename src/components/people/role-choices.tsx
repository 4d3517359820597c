'use client'

import { useState } from 'react'

export interface RoleOption {
  id: string
  name: string
  description?: string | null
}

/** A role as it is given: in the whole organization, or in one branch. */
export interface GivenRole {
  role: string
  branch: string | null
}

interface RoleChoicesProps {
  roles: readonly RoleOption[]
  branches: readonly { id: string; name: string }[]
  held?: readonly GivenRole[]
}

/** The roles of a member, each in the whole organization or in chosen branches. The form finds them under `roles`. */
export function RoleChoices({ roles, branches, held = [] }: RoleChoicesProps) {
  const [given, setGiven] = useState<readonly GivenRole[]>(held)
  const without = (role: string) => given.filter((one) => one.role !== role)
  const toggle = (role: string, isOn: boolean) => setGiven(isOn ? [...without(role), { role, branch: null }] : without(role))
  const place = (role: string, branch: string, isOn: boolean) => {
    const kept = given.filter((one) => one.role === role && one.branch !== null && one.branch !== branch)
    const next = isOn ? [...kept, { role, branch }] : kept
    setGiven([...without(role), ...(next.length > 0 ? next : [{ role, branch: null }])])
  }
  return (
    <fieldset className="pp pp-field">
      <legend>Roles</legend>
      <input type="hidden" name="roles" value={JSON.stringify(given)} />
      {roles.map((role) => {
        const mine = given.filter((one) => one.role === role.id)
        return (
          <div key={role.id} className="pp-role">
            <label className="pp-check">
              <input type="checkbox" checked={mine.length > 0} onChange={(event) => toggle(role.id, event.target.checked)} />
              <span>
                {role.name}
                {role.description ? <span className="pp-muted"> {role.description}</span> : null}
              </span>
            </label>
            {mine.length > 0 && branches.length > 0 ? (
              <div className="pp-where" role="group" aria-label={`Where ${role.name} counts`}>
                <span className="pp-muted">{mine.some(({ branch }) => branch === null) ? 'In the whole organization. Limit it to:' : 'Only in:'}</span>
                {branches.map(({ id, name }) => (
                  <label key={id} className="pp-check">
                    <input type="checkbox" checked={mine.some(({ branch }) => branch === id)} onChange={(event) => place(role.id, id, event.target.checked)} />
                    {name}
                  </label>
                ))}
              </div>
            ) : null}
          </div>
        )
      })}
    </fieldset>
  )
}

/** The roles a form was sent with, as the API takes them. */
export function rolesOf(form: FormData): GivenRole[] {
  return JSON.parse(String(form.get('roles') ?? '[]')) as GivenRole[]
}
