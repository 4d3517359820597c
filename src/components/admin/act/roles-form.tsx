'use client'

import { SendForm } from '@/components/admin/act/form'
import { Sheet } from '@/components/admin/act/sheet'
import type { SpecialProps } from '@/components/admin/act/special'
import { RoleChoices, rolesOf } from '@/components/people/role-choices'

/** Which roles a member has, and where each of them counts. One gives only what one holds oneself; the server asks. */
export function RolesForm({ action, document, onClose }: SpecialProps) {
  const { id, title, roles = [], branches = [], held = [] } = document
  return (
    <Sheet title={`Roles of ${title}`} intro="They count from the next click on. You can give roles whose permissions you hold yourself." onClose={onClose} wide>
      <SendForm
        submit="Save roles"
        done="Roles saved"
        onClose={onClose}
        build={(form) => {
          const chosen = rolesOf(form)
          return chosen.length === 0 ? 'Choose at least one role.' : { path: `/users/${id}/${action.verb}`, body: { roles: chosen } }
        }}
      >
        {() => <RoleChoices roles={roles.map(({ value, label, hint }) => ({ id: value, name: label, description: hint ?? null }))} branches={branches} held={held} />}
      </SendForm>
    </Sheet>
  )
}
