'use client'

import { useState, type FormEvent } from 'react'
import { Box } from '@/components/people/box'
import { useAsk } from '@/components/people/use-ask'

export interface CopySource {
  id: string
  name: string
  description: string | null
}

/** A button that copies a role; the copy opens in the editor. */
export function CopyRole({ sources, organization, roleHref, label = 'Copy a role', chosen }: { sources: readonly CopySource[]; organization: string; roleHref: string; label?: string; chosen?: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <span className="pp">
      <button type="button" className="pp-button" data-look="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </button>
      {isOpen ? <CopyBox {...{ sources, organization, roleHref }} chosen={chosen ?? sources[0]?.id ?? ''} onClose={() => setOpen(false)} /> : null}
    </span>
  )
}

function CopyBox({ sources, organization, roleHref, chosen, onClose }: { sources: readonly CopySource[]; organization: string; roleHref: string; chosen: string; onClose: () => void }) {
  const [from, setFrom] = useState(chosen)
  const { ask, isBusy, refused, go } = useAsk(organization)
  const source = sources.find(({ id }) => id === from)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const description = String(form.get('description') ?? '').trim()
    const made = await ask<{ role: string }>('/roles', { body: { from, name: String(form.get('name') ?? ''), ...(description ? { description } : {}) } })
    if (made) go(`${roleHref}/${made.role}`)
  }
  return (
    <Box title="Copy a role" intro="The copy begins with the same permissions; then you change it. You can put in what you hold yourself." onClose={onClose}>
      <form className="pp-form" onSubmit={(event) => void submit(event)} noValidate>
        <label className="pp-field">
          Role to copy
          <select className="pp-input" value={from} onChange={(event) => setFrom(event.target.value)}>
            {sources.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          {source?.description ? <span className="pp-muted">{source.description}</span> : null}
        </label>
        <label className="pp-field">
          Name of the copy
          <input key={from} className="pp-input" name="name" required maxLength={80} defaultValue={source ? `${source.name} (ours)` : ''} autoComplete="off" />
          {refused?.fields['name'] ? <span className="pp-wrong">{refused.fields['name']}</span> : null}
        </label>
        <label className="pp-field">
          <span>
            Description <span className="pp-muted">optional</span>
          </span>
          <input className="pp-input" name="description" maxLength={400} autoComplete="off" />
        </label>
        {refused ? <p role="alert" className="pp-wrong">{refused.message}</p> : null}
        <div className="pp-actions">
          <button type="button" className="pp-button" onClick={onClose}>
            Back
          </button>
          <button type="submit" className="pp-button" data-look="primary" disabled={isBusy}>
            {isBusy ? 'One moment…' : 'Copy'}
          </button>
        </div>
      </form>
    </Box>
  )
}
