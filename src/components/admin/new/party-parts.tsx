import type { ReactNode } from 'react'
import { TextField } from '@/components/admin/act/fields'
import { given, textOf } from '@/components/admin/act/values'

/** Fields that belong together under a quiet heading. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="tf-group">
      <legend>{title}</legend>
      <div className="tf-fields">{children}</div>
    </fieldset>
  )
}

/** Where a new party is. */
export function AddressGroup({ wrong }: { wrong: Readonly<Record<string, string>> }) {
  return (
    <Group title="Address">
      <TextField name="line1" label="Street" required={false} wrong={wrong['address.line1']} />
      <TextField name="postalCode" label="Postal code" half required={false} wrong={wrong['address.postalCode']} />
      <TextField name="city" label="City" half required={false} wrong={wrong['address.city']} />
      <TextField name="region" label="Region" half required={false} wrong={wrong['address.region']} />
      <TextField name="country" label="Country" half required={false} placeholder="US" maxLength={2} wrong={wrong['address.country']} />
    </Group>
  )
}

/** The address of a form; without a street there is none. */
export function addressOf(form: FormData) {
  const line1 = textOf(form, 'line1')
  if (line1 === undefined) return undefined
  const country = (textOf(form, 'country') ?? '').toUpperCase()
  return given({ line1, country, city: textOf(form, 'city') ?? '', region: textOf(form, 'region'), postalCode: textOf(form, 'postalCode') })
}

/** The first person of a form; without a mail address nobody is invited. */
export function personOf(form: FormData) {
  const email = textOf(form, 'personEmail')
  return email === undefined ? undefined : { name: textOf(form, 'personName') ?? '', email }
}
