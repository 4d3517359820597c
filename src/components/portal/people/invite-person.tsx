'use client'

import { UserPlus } from 'lucide-react'
import { RoleChoices, rolesOf, type RoleOption } from '@/components/people/role-choices'
import { useDeed } from '@/components/portal/client/use-deed'
import { fieldError } from '@/components/portal/client/use-send'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'

export interface InvitePersonProps {
  /** slug and id of the organization */
  organization: string
  target: string
  roles: readonly RoleOption[]
  branches: readonly { id: string; name: string }[]
}

/** Invites somebody by mail. */
export function InvitePerson(props: InvitePersonProps) {
  return (
    <DialogButton trigger="Invite a person" title="Invite a person" description="They get a mail with a link that works for some days." button={{ variant: 'primary', icon: <UserPlus aria-hidden /> }}>
      {(close) => <InviteForm {...props} close={close} />}
    </DialogButton>
  )
}

function InviteForm({ organization, target, roles, branches, close }: InvitePersonProps & { close: () => void }) {
  const { act, isBusy, problem } = useDeed(organization)
  const invite = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const title = text('title')
    const body = { organization: target, name: text('name'), email: text('email'), roles: rolesOf(form), ...(title ? { title } : {}) }
    if (await act('/users', { body }, { say: () => ({ title: `Invitation sent to ${text('email')}` }) })) close()
  }
  const errors = { name: fieldError(problem, 'name'), email: fieldError(problem, 'email') }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void invite(new FormData(event.currentTarget))
      }}
    >
      {problem && !errors.name && !errors.email ? <Alert live tone="danger" title={problem.code === 'INPUT_INVALID' && fieldError(problem, 'roles') ? 'Choose at least one role.' : problem.message} /> : null}
      <TextField label="Name" name="name" required maxLength={120} autoComplete="off" error={errors.name} />
      <TextField label="E-mail" name="email" type="email" required maxLength={254} autoComplete="off" error={errors.email} />
      <TextField label="Title" name="title" optional maxLength={120} placeholder="Purchasing" autoComplete="off" />
      <RoleChoices roles={roles} branches={branches} />
      <Button type="submit" variant="primary" busy={isBusy}>
        Send invitation
      </Button>
    </form>
  )
}
