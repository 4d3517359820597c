'use client'

import { Ellipsis } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { api, type ApiCall } from '@/components/portal/client/api'
import { useDeed } from '@/components/portal/client/use-deed'
import { RoleChoices, rolesOf, type GivenRole, type RoleOption } from '@/components/people/role-choices'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Dialog } from '@/components/ui/dialog'
import { DropdownMenu, type MenuAction } from '@/components/ui/dropdown-menu'
import { notify } from '@/components/ui/toast'

export interface MemberRights {
  roles: boolean
  suspend: boolean
  invite: boolean
  /** sees where people are signed in */
  sessions?: boolean
}

export interface MenuMember {
  id: string
  name: string
  status: 'invited' | 'active' | 'suspended' | 'ended'
  /** the open invitation */
  invitation: string | null
  roles: readonly GivenRole[]
}

export interface MemberMenuProps {
  organization: string
  member: MenuMember
  roles: readonly RoleOption[]
  branches: readonly { id: string; name: string }[]
  rights: MemberRights
}

type Open = 'roles' | 'suspend' | 'remove' | null

/** What may be done with a member; what cannot be taken back simply is asked again. */
export function MemberMenu({ organization, member, roles, branches, rights }: MemberMenuProps) {
  const router = useRouter()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const run = async (path: string, done: string, call: ApiCall = {}) => {
    const answer = await api(path, { method: 'POST', body: {}, organization, ...call })
    if (!answer.ok) throw new Error(answer.problem.message)
    notify({ tone: 'success', title: done })
    router.refresh()
  }
  const now = (path: string, done: string) => () => void run(path, done).catch((error: unknown) => notify({ tone: 'danger', title: error instanceof Error ? error.message : 'That did not work.' }))
  const every: (MenuAction & { isOffered: boolean })[] = [
    { isOffered: rights.roles, label: 'Change roles', onSelect: () => setOpen('roles') },
    { isOffered: rights.sessions === true && member.status !== 'invited', label: 'Sessions and sign-ins', onSelect: () => router.push(`/dealer/${organization}/people/${member.id}/security`) },
    { isOffered: rights.invite && member.invitation !== null, label: 'Send the invitation again', onSelect: now(`/invitations/${member.invitation}/resend`, 'Invitation sent again') },
    { isOffered: rights.invite && member.invitation !== null, label: 'Take the invitation back', onSelect: now(`/invitations/${member.invitation}/revoke`, 'The link stopped working') },
    { isOffered: rights.suspend && member.status === 'suspended', label: 'Reinstate', onSelect: now(`/users/${member.id}/reinstate`, `${member.name} can work again`) },
    { isOffered: rights.suspend && member.status === 'active', label: 'Suspend', tone: 'danger', separated: true, onSelect: () => setOpen('suspend') },
    { isOffered: rights.suspend, label: 'Remove', tone: 'danger', onSelect: () => setOpen('remove') },
  ]
  const items = every.filter(({ isOffered }) => isOffered).map(({ isOffered: _, ...item }): MenuAction => item)
  if (items.length === 0) return null
  return (
    <>
      <DropdownMenu label={`Actions for ${member.name}`} trigger={<Ellipsis aria-hidden />} items={items} square variant="ghost" size="sm" align="end" />
      <Dialog open={open === 'roles'} onClose={close} title={`Roles of ${member.name}`}>
        <RolesForm {...{ organization, member, roles, branches, close }} />
      </Dialog>
      <ConfirmDialog open={open === 'suspend'} onClose={close} title={`Suspend ${member.name}?`} confirmLabel="Suspend" keepLabel="Not now" danger onConfirm={() => run(`/users/${member.id}/suspend`, `${member.name} is suspended`)}>
        The person is signed out at once, API keys they made stop working, and they cannot sign in here until somebody reinstates them.
      </ConfirmDialog>
      <ConfirmDialog open={open === 'remove'} onClose={close} title={`Remove ${member.name}?`} confirmLabel="Remove" keepLabel="Not now" danger onConfirm={() => run(`/users/${member.id}`, `${member.name} is removed`, { method: 'DELETE' })}>
        The person loses access; a new invitation is needed to come back. What they did stays on record.
      </ConfirmDialog>
    </>
  )
}

function RolesForm({ organization, member, roles, branches, close }: Omit<MemberMenuProps, 'rights'> & { close: () => void }) {
  const { act, isBusy, problem } = useDeed(organization)
  const save = async (form: FormData) => {
    if (await act(`/users/${member.id}/assign-role`, { body: { roles: rolesOf(form) } }, { say: () => ({ title: `Roles of ${member.name} changed` }) })) close()
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void save(new FormData(event.currentTarget))
      }}
    >
      {problem ? <Alert live tone="danger" title={problem.message} /> : null}
      <RoleChoices roles={roles} branches={branches} held={member.roles} />
      <Button type="submit" variant="primary" busy={isBusy}>
        Save roles
      </Button>
    </form>
  )
}
