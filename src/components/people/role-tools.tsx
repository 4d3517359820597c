'use client'

import { useState, type FormEvent } from 'react'
import { Box } from '@/components/people/box'
import { useAsk } from '@/components/people/use-ask'

interface RoleToolsProps {
  role: { id: string; name: string; description: string | null; members: number }
  organization: string
  /** Where the list of roles is. */
  listHref: string
}

/** Renames an own role, or deletes it when nobody has it. */
export function RoleTools({ role, organization, listHref }: RoleToolsProps) {
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null)
  const close = () => setOpen(null)
  return (
    <span className="pp pp-actions">
      <button type="button" className="pp-button" onClick={() => setOpen('rename')}>
        Rename
      </button>
      <button type="button" className="pp-button" data-look="danger" onClick={() => setOpen('delete')} disabled={role.members > 0} title={role.members > 0 ? 'Members have it; give them another role first.' : undefined}>
        Delete
      </button>
      {open === 'rename' ? <Rename {...{ role, organization }} onClose={close} /> : null}
      {open === 'delete' ? <Delete {...{ role, organization, listHref }} onClose={close} /> : null}
    </span>
  )
}

function Rename({ role, organization, onClose }: Omit<RoleToolsProps, 'listHref'> & { onClose: () => void }) {
  const { ask, isBusy, refused } = useAsk(organization)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (await ask(`/roles/${role.id}`, { method: 'PATCH', body: { name: String(form.get('name') ?? ''), description: String(form.get('description') ?? '') } })) onClose()
  }
  return (
    <Box title={`Rename ${role.name}`} onClose={onClose}>
      <form className="pp-form" onSubmit={(event) => void submit(event)} noValidate>
        <label className="pp-field">
          Name
          <input className="pp-input" name="name" required maxLength={80} defaultValue={role.name} autoComplete="off" />
        </label>
        <label className="pp-field">
          Description
          <input className="pp-input" name="description" maxLength={400} defaultValue={role.description ?? ''} autoComplete="off" />
        </label>
        {refused ? <p role="alert" className="pp-wrong">{refused.message}</p> : null}
        <div className="pp-actions">
          <button type="submit" className="pp-button" data-look="primary" disabled={isBusy}>
            Save
          </button>
        </div>
      </form>
    </Box>
  )
}

function Delete({ role, organization, listHref, onClose }: RoleToolsProps & { onClose: () => void }) {
  const { ask, isBusy, refused, go } = useAsk(organization)
  const remove = async () => {
    if (await ask(`/roles/${role.id}`, { method: 'DELETE' })) go(listHref)
  }
  return (
    <Box title={`Delete ${role.name}?`} intro="Nobody has this role, so nobody loses anything." onClose={onClose}>
      {refused ? <p role="alert" className="pp-wrong">{refused.message}</p> : null}
      <div className="pp-actions">
        <button type="button" className="pp-button" onClick={onClose}>
          Keep it
        </button>
        <button type="button" className="pp-button" data-look="danger" disabled={isBusy} onClick={() => void remove()}>
          Delete
        </button>
      </div>
    </Box>
  )
}
