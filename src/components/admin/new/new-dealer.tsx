'use client'

import { FlagField, TextField } from '@/components/admin/act/fields'
import { SendForm } from '@/components/admin/act/form'
import { Pick } from '@/components/admin/act/pick'
import { Sheet } from '@/components/admin/act/sheet'
import { SOURCES } from '@/components/admin/act/sources'
import { AddressGroup, addressOf, Group, personOf } from '@/components/admin/new/party-parts'
import { given, minorOf, textOf, wholeOf } from '@/components/admin/act/values'
import type { NewFormProps } from '@/components/admin/lists/new-buttons'

/** Creates a dealer with its terms, its first address and the first person, who is invited by mail. */
export function NewDealer({ facts: { currency, organization }, onClose }: NewFormProps) {
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
              <Pick name="branch" label="Our branch" source={{ ...SOURCES.branch, only: { organization } }} required={false} help="Looks after the dealer: its people see these orders" wrong={wrong['branch']} />
            </Group>
            <Group title="Terms">
              <TextField name="creditLimit" label={`Credit limit (${currency})`} inputMode="decimal" half required={false} help="No limit when left empty" wrong={wrong['creditLimitMinor']} />
              <TextField name="termsDays" label="Days to pay" inputMode="numeric" half defaultValue="30" wrong={wrong['termsDays']} />
            </Group>
            <AddressGroup wrong={wrong} />
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
      branch: textOf(form, 'branch'),
      termsDays: wholeOf(form, 'termsDays'),
      creditLimitMinor,
      address: addressOf(form),
      person: personOf(form),
      activate: form.get('activate') === 'yes',
    }),
  }
}

function dealerPath(data: unknown): string | null {
  const dealer = (data as { dealer?: unknown } | null)?.dealer
  return typeof dealer === 'string' ? `/admin/collections/dealers/${dealer}` : null
}
