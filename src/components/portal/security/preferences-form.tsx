'use client'

import type { FormEvent } from 'react'
import { useDeed } from '@/components/portal/client/use-deed'
import { fieldError } from '@/components/portal/client/use-send'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import type { SelectOption } from '@/components/ui/select'

export interface PreferencesFormProps {
  organization: string
  stored: { locale: string | null; zone: string | null; dateFormat: string | null; currency: string | null }
  choices: { locales: SelectOption[]; zones: SelectOption[]; dateFormats: SelectOption[]; currencies: SelectOption[] }
  /** what counts where nothing is chosen */
  standard: { locale: string; zone: string }
}

const FIELDS = ['locale', 'zone', 'dateFormat', 'currency'] as const

/** How a person reads; an empty choice follows the organization. */
export function PreferencesForm({ organization, stored, choices, standard }: PreferencesFormProps) {
  const { act, isBusy, problem } = useDeed(organization)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const body = Object.fromEntries(FIELDS.map((name) => [name, data.get(name) || null]))
    await act('/users/me/preferences', { method: 'PATCH', body }, { say: () => ({ title: 'Your preferences are saved' }) })
  }
  const isNamed = FIELDS.some((name) => fieldError(problem, name))
  return (
    <form className="grid max-w-xl gap-5" onSubmit={(event) => void submit(event)}>
      {problem && !isNamed ? <Alert live tone="danger" title={problem.message} /> : null}
      <SelectField label="Language and region" name="locale" defaultValue={stored.locale ?? ''} placeholder={`As the organization (${standard.locale})`} options={choices.locales} error={fieldError(problem, 'locale')} hint="How figures, months and amounts are written. The words of the product are English." />
      <SelectField label="Time zone" name="zone" defaultValue={stored.zone ?? ''} placeholder={`As the organization (${standard.zone})`} options={choices.zones} error={fieldError(problem, 'zone')} />
      <SelectField label="Dates" name="dateFormat" defaultValue={stored.dateFormat ?? ''} placeholder="As usual in your region" options={choices.dateFormats} error={fieldError(problem, 'dateFormat')} />
      <SelectField label="Your currency" name="currency" defaultValue={stored.currency ?? ''} placeholder="None" options={choices.currencies} error={fieldError(problem, 'currency')} hint="Amounts in it carry their sign alone; all others carry their code, so that no dollar is taken for another. Nothing is converted." />
      <div>
        <Button type="submit" variant="primary" busy={isBusy}>
          Save
        </Button>
      </div>
    </form>
  )
}
