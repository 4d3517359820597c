import { Checkbox } from '@/components/ui/choice'

export interface RoleChoice {
  key: string
  name: string
  description: string | null
}

/** The roles a member can have, one or several. */
export function RoleFields({ roles, chosen = [] }: { roles: readonly RoleChoice[]; chosen?: readonly string[] }) {
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-2 text-sm font-medium">Roles</legend>
      {roles.map(({ key, name, description }) => (
        <Checkbox key={key} name="role" value={key} label={name} hint={description} defaultChecked={chosen.includes(key)} />
      ))}
    </fieldset>
  )
}

/** The chosen roles as the API takes them. */
export const rolesIn = (form: FormData): { role: string }[] => form.getAll('role').map((role) => ({ role: String(role) }))
