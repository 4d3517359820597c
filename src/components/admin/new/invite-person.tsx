'use client'

import { useEffect, useState } from 'react'
import { ChoiceField, TextField, type Option } from '@/components/admin/act/fields'
import { SendForm } from '@/components/admin/act/form'
import { Pick, type PickDoc } from '@/components/admin/act/pick'
import { send } from '@/components/admin/act/send'
import { Sheet } from '@/components/admin/act/sheet'
import { SOURCES } from '@/components/admin/act/sources'
import { given, textOf } from '@/components/admin/act/values'
import type { NewFormProps } from '@/components/admin/lists/new-buttons'

interface Role {
  id: string
  name: string
}

/** Invites somebody into the headquarters or one of its dealers. The answer never tells whether the address was known. */
export function InvitePerson({ facts, onClose, into }: NewFormProps & { into?: { id: string; name: string } }) {
  const [organization, setOrganization] = useState(into?.id ?? facts.organization)
  const roles = useRoles(organization)
  const options: Option[] = roles.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Sheet title={into ? `Invite a person into ${into.name}` : 'Invite a person'} intro="They get a mail with a link that works for some days." onClose={onClose} wide>
      <SendForm
        submit="Send invitation"
        done="Invitation sent"
        onClose={onClose}
        build={(form) => ({
          path: '/users',
          body: given({ organization: into?.id ?? textOf(form, 'organization'), email: textOf(form, 'email') ?? '', name: textOf(form, 'name') ?? '', title: textOf(form, 'title'), roles: [{ role: textOf(form, 'role') ?? '' }] }),
        })}
      >
        {(wrong) => (
          <div className="tf-fields">
            <TextField name="name" label="Name" autoComplete="off" half wrong={wrong['name']} />
            <TextField name="email" label="E-mail" type="email" autoComplete="off" half wrong={wrong['email']} />
            {into ? null : <Pick name="organization" label="Organization" source={SOURCES.organization} required={false} help="Your own when left empty" wrong={wrong['organization']} half onPick={(doc: PickDoc | null) => setOrganization(doc?.id ?? facts.organization)} />}
            <TextField name="title" label="Title" half required={false} placeholder="Purchasing" wrong={wrong['title']} />
            <ChoiceField key={organization} name="role" label="Role" options={options} help="You can give roles whose permissions you hold yourself." wrong={wrong['roles']} />
          </div>
        )}
      </SendForm>
    </Sheet>
  )
}

// The roles this organization can give: its own and those of its headquarters.
function useRoles(organization: string): Role[] {
  const [roles, setRoles] = useState<Role[]>([])
  useEffect(() => {
    void send<Role[]>(`/roles?organization=${organization}`, { method: 'GET' }).then((answer) => setRoles(answer.ok ? answer.data : []))
  }, [organization])
  return roles
}
