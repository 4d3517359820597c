'use client'

import { FlagField } from '@/components/admin/act/fields'
import { SendForm } from '@/components/admin/act/form'
import { Sheet } from '@/components/admin/act/sheet'
import type { SpecialProps } from '@/components/admin/act/special'

/** Which roles a member has in the whole organization. One gives only what one holds oneself; the server asks. */
export function RolesForm({ action, document, onClose }: SpecialProps) {
  const { id, title, roles = [], held = [] } = document
  return (
    <Sheet title={`Roles of ${title}`} intro="They count from the next click on. You can give roles whose permissions you hold yourself." onClose={onClose} wide>
      <SendForm
        submit="Save roles"
        done="Roles saved"
        onClose={onClose}
        build={(form) => {
          const chosen = roles.filter(({ value }) => form.get(`role.${value}`) === 'yes').flatMap(({ value }) => keptOr(value, held))
          return chosen.length === 0 ? 'Choose at least one role.' : { path: `/users/${id}/${action.verb}`, body: { roles: chosen } }
        }}
      >
        {() => (
          <div className="tf-fields">
            {roles.map(({ value, label }) => (
              <FlagField key={value} name={`role.${value}`} label={label} defaultChecked={held.some(({ role }) => role === value)} />
            ))}
          </div>
        )}
      </SendForm>
    </Sheet>
  )
}

// A role somebody has in one branch stays in that branch; a new one counts in the whole organization.
function keptOr(role: string, held: readonly { role: string; branch: string | null }[]) {
  const kept = held.filter((one) => one.role === role)
  return kept.length > 0 ? kept : [{ role }]
}
