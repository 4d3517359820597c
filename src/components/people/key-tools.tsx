'use client'

import { useState, type FormEvent } from 'react'
import { Box } from '@/components/people/box'
import { SecretShown, type Secrets } from '@/components/people/secret-shown'
import { useAsk } from '@/components/people/use-ask'
import type { Action } from '@/platform/actions'

interface KeyToolsProps {
  id: string
  name: string
  organization: string
  actions: readonly Action[]
}

/** What may be done with a key now; a new secret is shown once, everything that ends something is asked again. */
export function KeyTools({ id, name, organization, actions }: KeyToolsProps) {
  const [open, setOpen] = useState<Action | null>(null)
  const close = () => setOpen(null)
  return (
    <span className="pp pp-actions">
      {actions.filter(({ allowed }) => allowed).map((action) => (
        <button key={action.verb} type="button" className="pp-button" {...(action.tone === 'danger' ? { 'data-look': 'danger' } : {})} onClick={() => setOpen(action)}>
          {action.label}
        </button>
      ))}
      {open?.verb === 'rotate' ? <Rotate {...{ id, name, organization }} onClose={close} /> : null}
      {open && open.verb !== 'rotate' ? <Confirm action={open} {...{ id, name, organization }} onClose={close} /> : null}
    </span>
  )
}

type OneKey = Omit<KeyToolsProps, 'actions'> & { onClose: () => void }

function Rotate({ id, name, organization, onClose }: OneKey) {
  const { ask, isBusy, refused } = useAsk(organization)
  const [made, setMade] = useState<Secrets | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const overlapHours = Number(new FormData(event.currentTarget).get('overlap') ?? 24)
    const answer = await ask<Secrets>(`/api-keys/${id}/rotate`, { body: { overlapHours } })
    if (answer) setMade(answer)
  }
  return (
    <Box title={`New secret for ${name}`} intro="The old one goes on working for a while, so that nothing stops." onClose={onClose}>
      {made ? (
        <SecretShown secrets={made} onDone={onClose} />
      ) : (
        <form className="pp-form" onSubmit={(event) => void submit(event)}>
          <label className="pp-field">
            The old secret works
            <select className="pp-input" name="overlap" defaultValue="24">
              <option value="0">no longer</option>
              <option value="1">one more hour</option>
              <option value="24">one more day</option>
              <option value="168">one more week</option>
            </select>
          </label>
          {refused ? <p role="alert" className="pp-wrong">{refused.message}</p> : null}
          <div className="pp-actions">
            <button type="submit" className="pp-button" data-look="primary" disabled={isBusy}>
              Make a new secret
            </button>
          </div>
        </form>
      )}
    </Box>
  )
}

function Confirm({ action: { verb, label, confirm, tone }, id, name, organization, onClose }: OneKey & { action: Action }) {
  const { ask, isBusy, refused } = useAsk(organization)
  const act = async () => {
    if (await ask(`/api-keys/${id}/${verb}`)) onClose()
  }
  return (
    <Box title={`${label}: ${name}`} intro={confirm ?? 'It works again from the next request on.'} onClose={onClose}>
      {refused ? <p role="alert" className="pp-wrong">{refused.message}</p> : null}
      <div className="pp-actions">
        <button type="button" className="pp-button" onClick={onClose}>
          Back
        </button>
        <button type="button" className="pp-button" data-look={tone === 'danger' ? 'danger' : 'primary'} disabled={isBusy} onClick={() => void act()}>
          {label}
        </button>
      </div>
    </Box>
  )
}
