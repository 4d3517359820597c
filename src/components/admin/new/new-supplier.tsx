'use client'

import { TextField } from '@/components/admin/act/fields'
import { SendForm } from '@/components/admin/act/form'
import { Sheet } from '@/components/admin/act/sheet'
import { given, textOf } from '@/components/admin/act/values'
import type { NewFormProps } from '@/components/admin/lists/new-buttons'
import { AddressGroup, addressOf, Group, personOf } from '@/components/admin/new/party-parts'

/** Creates a supplier with its first address and the first person, who is invited by mail. */
export function NewSupplier({ onClose }: NewFormProps) {
  return (
    <Sheet title="New supplier" intro="The first person is invited by mail." onClose={onClose} wide>
      <SendForm
        submit="Create supplier"
        done="Supplier created"
        onClose={onClose}
        build={(form) => ({
          path: '/suppliers',
          body: given({
            name: textOf(form, 'name') ?? '',
            code: (textOf(form, 'code') ?? '').toUpperCase(),
            phone: textOf(form, 'phone'),
            email: textOf(form, 'email'),
            address: addressOf(form),
            person: personOf(form),
          }),
        })}
        next={supplierPath}
      >
        {(wrong) => (
          <>
            <Group title="Supplier">
              <TextField name="name" label="Name" half wrong={wrong['name']} />
              <TextField name="code" label="Code" half help="Capitals, digits and hyphens" placeholder="AXLES-1" wrong={wrong['code']} />
              <TextField name="phone" label="Phone" half required={false} wrong={wrong['phone']} />
              <TextField name="email" label="E-mail" type="email" half required={false} wrong={wrong['email']} />
            </Group>
            <AddressGroup wrong={wrong} />
            <Group title="First person">
              <TextField name="personName" label="Name" half required={false} autoComplete="off" wrong={wrong['person.name']} />
              <TextField name="personEmail" label="E-mail" type="email" half required={false} autoComplete="off" wrong={wrong['person.email']} />
            </Group>
          </>
        )}
      </SendForm>
    </Sheet>
  )
}

function supplierPath(data: unknown): string | null {
  const supplier = (data as { supplier?: unknown } | null)?.supplier
  return typeof supplier === 'string' ? `/admin/collections/suppliers/${supplier}` : null
}
