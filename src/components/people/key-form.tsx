'use client'

import { useState, type FormEvent } from 'react'
import { ScopePicker } from '@/components/people/scope-picker'
import { SecretShown, type Secrets } from '@/components/people/secret-shown'
import { useAsk } from '@/components/people/use-ask'
import type { PermissionGroup } from '@/components/people/words'

export interface KeyFormProps {
  organization: { id: string; name: string }
  groups: readonly PermissionGroup[]
  /** The permissions the person holds here: a key can have no others. */
  held: readonly string[]
  branches: readonly { id: string; name: string }[]
  /** Whether the person holds anything for the organizations below, so that a key may too. */
  canReachDown: boolean
  onDone: () => void
}

/** Makes an API key; afterwards its secret stands here, once. */
export function KeyForm({ organization, groups, held, branches, canReachDown, onDone }: KeyFormProps) {
  const [scopes, setScopes] = useState<ReadonlySet<string>>(new Set())
  const [made, setMade] = useState<Secrets | null>(null)
  const { ask, isBusy, refused } = useAsk(organization.id)
  if (made) return <SecretShown secrets={made} onDone={onDone} />
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const answer = await ask<Secrets>('/api-keys', { body: bodyOf(new FormData(event.currentTarget), scopes) })
    if (answer) setMade(answer)
  }
  const fields = refused?.fields ?? {}
  return (
    <form className="pp-form" onSubmit={(event) => void submit(event)} noValidate>
      <label className="pp-field">
        Name
        <input className="pp-input" name="name" required maxLength={80} placeholder="Leasing partner" autoComplete="off" />
        <Wrong message={fields['name']} />
      </label>
      <ScopePicker groups={groups} held={held} chosen={scopes} onChange={setScopes} />
      {canReachDown ? (
        <label className="pp-field">
          How far
          <select className="pp-input" name="reach" defaultValue="organization">
            <option value="organization">{organization.name} only</option>
            <option value="network">Also the organizations below it</option>
          </select>
        </label>
      ) : null}
      {branches.length > 0 ? <BranchChoices branches={branches} organization={organization} /> : null}
      <label className="pp-field">
        <span>
          Only from these addresses <span className="pp-muted">optional, one per line</span>
        </span>
        <textarea className="pp-input" name="addresses" rows={2} placeholder={'203.0.113.0/24\n2001:db8::1'} />
        {Object.entries(fields).filter(([path]) => path.startsWith('addresses')).map(([path, message]) => <span key={path} className="pp-wrong">{message}</span>)}
      </label>
      <label className="pp-field">
        <span>
          Works until <span className="pp-muted">optional</span>
        </span>
        <input className="pp-input" name="expiresOn" type="date" />
        <Wrong message={fields['expiresAt']} />
      </label>
      <label className="pp-check">
        <input type="checkbox" name="signed" value="yes" />
        <span>
          Every request has to be signed
          <span className="pp-muted"> (HMAC-SHA256 over time, method, path and body; safe even when the key itself leaks)</span>
        </span>
      </label>
      {refused ? <p role="alert" className="pp-wrong">{refused.message}</p> : null}
      <MakeButton isBusy={isBusy} isEmpty={scopes.size === 0} />
    </form>
  )
}

function Wrong({ message }: { message: string | undefined }) {
  return message ? <span className="pp-wrong">{message}</span> : null
}

function BranchChoices({ branches, organization }: Pick<KeyFormProps, 'branches' | 'organization'>) {
  return (
    <fieldset className="pp-field">
      <legend>
        Only these branches <span className="pp-muted">none: all of {organization.name}</span>
      </legend>
      <div className="pp-choices">
        {branches.map(({ id, name }) => (
          <label key={id} className="pp-check">
            <input type="checkbox" name="branch" value={id} />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function MakeButton({ isBusy, isEmpty }: { isBusy: boolean; isEmpty: boolean }) {
  return (
    <div className="pp-actions">
      <button type="submit" className="pp-button" data-look="primary" disabled={isBusy || isEmpty}>
        {isBusy ? 'One moment…' : 'Make the key'}
      </button>
      {isEmpty ? <span className="pp-muted">Choose what it may do first.</span> : null}
    </div>
  )
}

function bodyOf(form: FormData, scopes: ReadonlySet<string>) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const day = text('expiresOn')
  return {
    name: text('name'),
    scopes: [...scopes],
    ...(text('reach') ? { reach: text('reach') } : {}),
    branches: form.getAll('branch').map(String),
    addresses: text('addresses').split(/[\s,;]+/).filter((one) => one !== ''),
    signed: form.get('signed') === 'yes',
    // The whole of that day, wherever the person sits.
    ...(day ? { expiresAt: new Date(`${day}T23:59:59`).toISOString() } : {}),
  }
}
