'use client'

import type { ReactNode } from 'react'
import { FlagField, TextField } from '@/components/admin/act/fields'
import { SendForm } from '@/components/admin/act/form'
import { Pick } from '@/components/admin/act/pick'
import { Sheet } from '@/components/admin/act/sheet'
import { SOURCES } from '@/components/admin/act/sources'
import { given, minorOf, textOf, wholeOf } from '@/components/admin/act/values'
import type { NewFormProps } from '@/components/admin/lists/new-buttons'

/** Creates a dealer with its terms, its first address and the first person, who is invited by mail. */
export function NewDealer({ facts: { currency }, onClose }: NewFormProps) {
  return (
    <Sheet title="New dealer" intro="The first person gets an invitation and can order once the dealer is active." onClose={onClose} wide>
      <SendForm
        submit="Create dealer"
        done="Dealer created"
        onClose={onClose}
        build={(form) => bodyOf(form, currency)}
        next={(data) => dealerPath(data)}
      >
        {(wrong) => (
          <>
            <Group title="Dealer">
              <TextField name="name" label="Name" half wrong={wrong['name']} />
              <TextField name="code" label="Code" half help="Capitals, digits and hyphens" placeholder="NORTH-7" wrong={wrong['code']} />
              <Pick name="tier" label="Tier" source={SOURCES.tier} half required={false} wrong={wrong['tier']} />
              <Pick name="territory" label="Territory" source={SOURCES.territory} half required={false} wrong={wrong['territory']} />
            </Group>
            <Group title="Terms">
              <TextField name="creditLimit" label={`Credit limit (${currency})`} inputMode="decimal" half required={false} help="No limit when left empty" wrong={wrong['creditLimitMinor']} />
              <TextField name="termsDays" label="Days to pay" inputMode="numeric" half defaultValue="30" wrong={wrong['termsDays']} />
            </Group>
            <Group title="Address">
              <TextField name="line1" label="Street" required={false} wrong={wrong['address.line1']} />
              <TextField name="postalCode" label="Postal code" half required={false} wrong={wrong['address.postalCode']} />
              <TextField name="city" label="City" half required={false} wrong={wrong['address.city']} />
              <TextField name="region" label="Region" half required={false} wrong={wrong['address.region']} />
              <TextField name="country" label="Country" half required={false} placeholder="US" maxLength={2} wrong={wrong['address.country']} />
            </Group>
            <Group title="First person">
              <TextField name="personName" label="Name" half required={false} autoComplete="off" wrong={wrong['person.name']} />
              <TextField name="personEmail" label="E-mail" type="email" half required={false} autoComplete="off" wrong={wrong['person.email']} />
              <FlagField name="activate" label="Activate at once, so that ordering can begin" defaultChecked />
            </Group>
          </>
        )}
      </SendForm>
    </Sheet>
  )
}

/** Fields that belong together under a quiet heading. */
function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="tf-group">
      <legend>{title}</legend>
      <div className="tf-fields">{children}</div>
    </fieldset>
  )
}

function bodyOf(form: FormData, currency: string) {
  const limit = textOf(form, 'creditLimit')
  const creditLimitMinor = limit === undefined ? undefined : minorOf(limit, currency)
  if (creditLimitMinor === null) return `Give the credit limit as an amount in ${currency}, for example 25000.`
  return {
    path: '/dealers',
    body: given({
      name: textOf(form, 'name') ?? '',
      code: (textOf(form, 'code') ?? '').toUpperCase(),
      tier: textOf(form, 'tier'),
      territory: textOf(form, 'territory'),
      termsDays: wholeOf(form, 'termsDays'),
      creditLimitMinor,
      address: addressOf(form),
      person: personOf(form),
      activate: form.get('activate') === 'yes',
    }),
  }
}

// Without a street there is no address, and without a mail address nobody is invited.
function addressOf(form: FormData) {
  const line1 = textOf(form, 'line1')
  if (line1 === undefined) return undefined
  const country = (textOf(form, 'country') ?? '').toUpperCase()
  return given({ line1, country, city: textOf(form, 'city') ?? '', region: textOf(form, 'region'), postalCode: textOf(form, 'postalCode') })
}

function personOf(form: FormData) {
  const email = textOf(form, 'personEmail')
  return email === undefined ? undefined : { name: textOf(form, 'personName') ?? '', email }
}

function dealerPath(data: unknown): string | null {
  const dealer = (data as { dealer?: unknown } | null)?.dealer
  return typeof dealer === 'string' ? `/admin/collections/dealers/${dealer}` : null
}
