'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { newKey, send } from '@/components/admin/act/send'
import { isWide, SettingControl } from '@/components/admin/system/setting-control'
import type { SettingFacts, SettingWhere } from '@/components/settings/facts'

/** One setting: where its value comes from, "Set here" for inherited ones, "Back to inherited" for own ones. */
export function SettingRow({ where, setting }: { where: SettingWhere; setting: SettingFacts }) {
  const { key, label, help, value, isOwn, inherited, locked, editor, schema } = setting
  const id = useId()
  const [draft, setDraft] = useState<unknown>(value)
  const [isOpen, setOpen] = useState(isOwn)
  const { wrong, settle } = useSettle(where, setting, (next, stays) => {
    setDraft(next)
    setOpen(stays)
  })
  const isChanged = JSON.stringify(draft) !== JSON.stringify(value)
  const isLocked = locked !== null || !isOpen
  const cancel = () => {
    setDraft(value)
    setOpen(isOwn)
  }
  return (
    <div className="tf-setting" data-wide={isWide(editor)} id={key}>
      <div>
        <label className="tf-label" htmlFor={id}>
          {label}
        </label>
        <p className="tf-help" id={`${id}-help`}>
          {help}
        </p>
        <Origin setting={setting} isOpen={isOpen} onOpen={() => setOpen(true)} onReset={() => void settle('DELETE', inherited.value)} />
      </div>
      <div className="tf-setting-value">
        <SettingControl id={id} schema={schema} editor={editor} value={draft} isLocked={isLocked} onChange={setDraft} />
        {!isLocked && (isChanged || !isOwn) ? (
          <span className="tf-actions">
            <button type="button" className="tf-button" data-look="primary" onClick={() => void settle('PATCH', draft)}>
              Save
            </button>
            <button type="button" className="tf-button" data-look="quiet" onClick={cancel}>
              Cancel
            </button>
          </span>
        ) : null}
        {wrong ? <span className="tf-wrong" role="alert">{wrong}</span> : null}
      </div>
    </div>
  )
}

function Origin({ setting, isOpen, onOpen, onReset }: { setting: SettingFacts; isOpen: boolean; onOpen: () => void; onReset: () => void }) {
  const { label, origin, isOwn, inherited, locked } = setting
  const mark = (
    <span className="tf-origin-mark" data-own={isOwn}>
      {origin}
    </span>
  )
  if (locked !== null) {
    return (
      <p className="tf-origin">
        {mark}
        <span className="tf-muted">{locked}</span>
      </p>
    )
  }
  return (
    <p className="tf-origin">
      {mark}
      {isOpen ? null : (
        <button type="button" className="tf-text-button" aria-label={`Set ${label} here`} onClick={onOpen}>
          Set here
        </button>
      )}
      {isOwn ? (
        <button type="button" className="tf-text-button" onClick={onReset}>
          Back to inherited{plainly(inherited.value)} · {inherited.origin}
        </button>
      ) : null}
    </p>
  )
}

function useSettle({ organization, branch }: SettingWhere, { key, label, revision }: SettingFacts, onKept: (value: unknown, isOwn: boolean) => void) {
  const router = useRouter()
  const [wrong, setWrong] = useState<string | null>(null)
  const settle = async (method: 'PATCH' | 'DELETE', value: unknown) => {
    const place = { organization, revision, ...(branch ? { branch } : {}) }
    const query = new URLSearchParams(Object.entries(place).map(([name, one]) => [name, String(one)])).toString()
    const answer = await send(`/settings/${key}${method === 'DELETE' ? `?${query}` : ''}`, { method, key: newKey(), ...(method === 'PATCH' ? { body: { ...place, value } } : {}) })
    if (!answer.ok) return setWrong(answer.message)
    setWrong(null)
    onKept(value, method === 'PATCH')
    toast.success(method === 'PATCH' ? `${label}: saved` : `${label}: inherited again`)
    router.refresh()
  }
  return { wrong, settle }
}

// Short values are named in the button; tables and texts would not fit.
function plainly(value: unknown): string {
  if (typeof value === 'boolean') return ` (${value ? 'on' : 'off'})`
  return typeof value === 'number' || (typeof value === 'string' && value !== '' && value.length <= 24) ? ` (${value})` : ''
}
