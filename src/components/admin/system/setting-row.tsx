'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { newKey, send } from '@/components/admin/act/send'
import { SettingControl, type SettingSchema } from '@/components/admin/system/setting-control'

export interface SettingFacts {
  key: string
  label: string
  help: string
  value: unknown
  standard: unknown
  isOwn: boolean
  schema: SettingSchema
}

/** One setting: choices are saved as soon as they are made, texts and numbers with the button that appears. */
export function SettingRow({ organization, setting, isLocked }: { organization: string; setting: SettingFacts; isLocked: boolean }) {
  const { key, label, help, value, standard, isOwn, schema } = setting
  const router = useRouter()
  const id = useId()
  const [draft, setDraft] = useState<unknown>(value)
  const [wrong, setWrong] = useState<string | null>(null)

  const settle = async (method: 'PATCH' | 'DELETE', body?: unknown) => {
    const answer = await send(`/settings/${key}?organization=${organization}`, { method, key: newKey(), ...(body === undefined ? {} : { body }) })
    if (!answer.ok) return setWrong(answer.message)
    setWrong(null)
    if (method === 'DELETE') setDraft(standard)
    toast.success(`${label}: saved`)
    router.refresh()
  }
  const save = (next: unknown) => void settle('PATCH', { organization, value: next })
  const isChoice = schema.type === 'boolean' || schema.enum !== undefined

  return (
    <div className="tf-setting">
      <div>
        <label className="tf-label" htmlFor={id}>
          {label}
        </label>
        <p className="tf-help" id={`${id}-help`}>
          {help}
        </p>
        {isOwn && !isLocked ? (
          <button type="button" className="tf-text-button" onClick={() => void settle('DELETE')}>
            Back to the standard ({String(standard)})
          </button>
        ) : null}
      </div>
      <div className="tf-setting-value">
        <SettingControl
          id={id}
          schema={schema}
          value={draft}
          isLocked={isLocked}
          onChange={(next) => {
            setDraft(next)
            if (isChoice) save(next)
          }}
        />
        {!isChoice && draft !== value ? (
          <button type="button" className="tf-button" data-look="primary" onClick={() => save(draft)}>
            Save
          </button>
        ) : null}
        {wrong ? <span className="tf-wrong" role="alert">{wrong}</span> : null}
      </div>
    </div>
  )
}
