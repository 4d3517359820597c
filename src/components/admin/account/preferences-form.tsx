'use client'

import { OwnForm } from '@/components/admin/account/own-form'
import { ChoiceField, type Option } from '@/components/admin/act/fields'

interface PreferencesFormProps {
  stored: { locale: string | null; zone: string | null; dateFormat: string | null; currency: string | null }
  choices: { locales: Option[]; zones: Option[]; dateFormats: Option[]; currencies: Option[] }
  standard: { locale: string; zone: string }
}

const FIELDS = ['locale', 'zone', 'dateFormat', 'currency'] as const

/** How a person reads; an empty choice follows the organization. */
export function PreferencesForm({ stored, choices, standard }: PreferencesFormProps) {
  return (
    <OwnForm path="/users/me/preferences" method="PATCH" submit="Save" done="Your preferences are saved" body={(form) => Object.fromEntries(FIELDS.map((name) => [name, form.get(name) || null]))}>
      {(wrong) => (
        <>
          <ChoiceField name="locale" label="Language and region" required={false} empty={`As the organization (${standard.locale})`} options={choices.locales} defaultValue={stored.locale ?? ''} help="How figures, months and amounts are written. The words of the product are English." wrong={wrong['locale']} />
          <ChoiceField name="zone" label="Time zone" required={false} empty={`As the organization (${standard.zone})`} options={choices.zones} defaultValue={stored.zone ?? ''} wrong={wrong['zone']} />
          <ChoiceField name="dateFormat" label="Dates" required={false} empty="As usual in your region" options={choices.dateFormats} defaultValue={stored.dateFormat ?? ''} wrong={wrong['dateFormat']} />
          <ChoiceField name="currency" label="Your currency" required={false} empty="None" options={choices.currencies} defaultValue={stored.currency ?? ''} help="Amounts in it carry their sign alone, all others their code. Nothing is converted." wrong={wrong['currency']} />
        </>
      )}
    </OwnForm>
  )
}
