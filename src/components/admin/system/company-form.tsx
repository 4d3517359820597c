'use client'

import { toast } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import type { CompanyView } from '@/domain/network'
import { TextField } from '@/components/admin/act/fields'
import { newKey, send } from '@/components/admin/act/send'
import { Card } from '@/components/admin/frame/card'
import { uploadPicture } from '@/components/admin/system/upload-picture'

const NAMES = ['name', 'currency', 'zone', 'locale'] as const

/** Name, look, currency, zone and language of an organization: the part of the company settings every row relies on. */
export function CompanyForm({ company, isLocked }: { company: CompanyView; isLocked: boolean }) {
  const { wrong, problem, isBusy, submit } = useCompany(company)
  const { name, currency, zone, locale, branding, taxes } = company
  return (
    <Card title="Identity">
      <form className="tf-form" onSubmit={(event) => void submit(event)}>
        <fieldset className="tf-group tf-fields" disabled={isLocked}>
          <TextField name="name" label="Name" required defaultValue={name} wrong={wrong['name']} />
          <TextField half name="currency" label="Currency" required maxLength={3} defaultValue={currency} wrong={wrong['currency']} help="Three letters. It stays once there are documents." />
          <TextField half name="zone" label="Time zone" required defaultValue={zone} wrong={wrong['zone']} help="For example America/New_York." />
          <TextField half name="locale" label="Language and country" required defaultValue={locale} wrong={wrong['locale']} help="How figures and days read, for example en-US." />
          <TextField half name="brand" label="Colour" type="color" defaultValue={branding.brand ?? '#0f5a66'} wrong={wrong['branding.brand']} help="Of the portal, the sign-in page and documents." />
          <div className="tf-field">
            <label className="tf-label" htmlFor="company-logo">
              Logo
            </label>
            {branding.logo ? <img className="tf-logo" src={`/api/media/file/${branding.logo}`} alt={`Logo of ${name}`} /> : <span className="tf-help">None; the name is written instead.</span>}
            <input id="company-logo" name="logo" type="file" accept="image/png,image/jpeg,image/webp" />
          </div>
        </fieldset>
        {taxes.length > 0 ? <p className="tf-help">Taxes in force: {taxes.map((tax) => `${tax.name} ${tax.ratePpm / 10_000} % (${[tax.region, tax.country].filter(Boolean).join(', ')})`).join(' · ')}</p> : null}
        <p className="tf-help">
          Rates by place and class are kept under <Link className="tf-link" href="/admin/collections/tax-rates" prefetch={false}>Tax rates</Link>.
        </p>
        {problem ? <p className="tf-wrong" role="alert">{problem}</p> : null}
        {isLocked ? null : (
          <div className="tf-actions">
            <button type="submit" className="tf-button" data-look="primary" disabled={isBusy}>
              Save
            </button>
          </div>
        )}
      </form>
    </Card>
  )
}

function useCompany({ organization, revision, branding, ...company }: CompanyView) {
  const router = useRouter()
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const refuse = (message: string, details: Readonly<Record<string, string>> = {}) => {
    setProblem(message)
    setWrong(details)
    setBusy(false)
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    const form = new FormData(event.currentTarget)
    const body = changesOf(form, { branding, ...company })
    const picture = await logoOf(form)
    if (picture && !picture.ok) return refuse(picture.message)
    if (picture) body['logo'] = picture.id
    if (Object.keys(body).length === 0) return refuse('Nothing was changed.')
    const answer = await send('/settings/company', { method: 'PATCH', key: newKey(), body: { organization, revision, ...body } })
    if (!answer.ok) return refuse(answer.message, answer.wrong)
    refuse('')
    setProblem(null)
    toast.success('Company settings: saved')
    router.refresh()
  }
  return { wrong, problem, isBusy, submit }
}

function changesOf(form: FormData, { branding, ...company }: Pick<CompanyView, 'branding' | (typeof NAMES)[number]>): Record<string, unknown> {
  const text = (field: string) => String(form.get(field) ?? '').trim()
  const changed = Object.fromEntries(NAMES.filter((field) => text(field) !== company[field]).map((field) => [field, text(field)]))
  if (text('brand') === (branding.brand ?? '#0f5a66')) return changed
  return { ...changed, branding: { brand: text('brand'), ...(branding.accent ? { accent: branding.accent } : {}) } }
}

function logoOf(form: FormData): ReturnType<typeof uploadPicture> | null {
  const file = form.get('logo')
  return file instanceof File && file.size > 0 ? uploadPicture(file) : null
}
