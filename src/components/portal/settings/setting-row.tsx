'use client'

import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useDeed } from '@/components/portal/client/use-deed'
import { SettingEditor } from '@/components/portal/settings/setting-editor'
import { Origin, SettingValue } from '@/components/portal/settings/setting-value'
import type { SettingFacts, SettingWhere } from '@/components/settings/facts'
import { valueWords } from '@/components/settings/value-words'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'

export interface SettingRowProps {
  /** slug of the organization one works for */
  organization: string
  where: SettingWhere
  setting: SettingFacts
  /** whether this person may change settings at all */
  mayChange: boolean
  locale: string
}

/** One setting: its value in words and where it comes from; it becomes a form when it is changed. */
export function SettingRow({ organization, where, setting, mayChange, locale }: SettingRowProps) {
  const [isOpen, setOpen] = useState(false)
  const row = useFocusThatStays(isOpen)
  const { key, label, help, value, editor, locked, isOwn } = setting
  const isOffered = mayChange && locked === null
  return (
    <div ref={row} className="grid gap-x-8 gap-y-3 px-5 py-4 lg:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]" id={key}>
      <div className="grid content-start gap-1">
        <h3 className="text-sm font-medium">{label}</h3>
        <p className="text-sm text-muted">{help}</p>
      </div>
      {isOpen ? (
        <SettingForm {...{ organization, where, setting }} onClose={() => setOpen(false)} />
      ) : (
        <div className="grid content-start gap-2">
          <SettingValue lines={valueWords(value, editor, locale)} />
          <div className="flex flex-wrap items-center gap-2">
            <Origin setting={setting} />
            {isOffered ? (
              <Button size="sm" onClick={() => setOpen(true)} aria-label={`Change: ${label}`}>
                Change
              </Button>
            ) : null}
            {isOffered && isOwn ? <BackToInherited {...{ organization, where, setting, locale }} /> : null}
          </div>
        </div>
      )}
    </div>
  )
}

/** Opening a row removes the button that did it, closing removes the form: the focus goes to what took its place. */
function useFocusThatStays(isOpen: boolean) {
  const row = useRef<HTMLDivElement>(null)
  const before = useRef(isOpen)
  useEffect(() => {
    if (before.current === isOpen) return
    before.current = isOpen
    row.current?.querySelector<HTMLElement>(isOpen ? 'input, select, textarea' : 'button')?.focus()
  }, [isOpen])
  return row
}

type FormProps = Pick<SettingRowProps, 'organization' | 'where' | 'setting'>

function SettingForm({ organization, where, setting, onClose }: FormProps & { onClose: () => void }) {
  const { act, isBusy, problem } = useDeed(organization)
  const [draft, setDraft] = useState<unknown>(setting.value)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const isSaved = await act(`/settings/${setting.key}`, { method: 'PATCH', body: { ...placeOf(where, setting), value: draft } }, { say: () => ({ title: `${setting.label}: saved` }) })
    if (isSaved) onClose()
  }
  return (
    <form className="grid gap-4" onSubmit={(event) => void save(event)}>
      {problem ? <Alert live tone="danger" title={problem.message} /> : null}
      <SettingEditor setting={setting} value={draft} onChange={setDraft} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={isBusy}>
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  )
}

function BackToInherited({ organization, where, setting, locale }: FormProps & { locale: string }) {
  const { act, isBusy, problem } = useDeed(organization)
  const { key, label, inherited } = setting
  const query = new URLSearchParams(Object.entries(placeOf(where, setting)).map(([name, one]) => [name, String(one)])).toString()
  const reset = () => act(`/settings/${key}?${query}`, { method: 'DELETE' }, { say: () => ({ title: `${label}: inherited again` }) })
  return (
    <>
      <Button size="sm" variant="ghost" busy={isBusy} aria-label={`Back to inherited: ${label}`} onClick={() => void reset()}>
        Back to inherited ({shortOf(setting, locale)}
        {inherited.origin.charAt(0).toLowerCase() + inherited.origin.slice(1)})
      </Button>
      {problem ? <Alert live tone="danger" title={problem.message} /> : null}
    </>
  )
}

// Short values are named in the button; tables and texts would not fit.
function shortOf({ inherited, editor }: SettingFacts, locale: string): string {
  const [first, ...more] = valueWords(inherited.value, editor, locale)
  return first && more.length === 0 && first.length <= 24 ? `${first}, ` : ''
}

function placeOf({ organization, branch }: SettingWhere, { revision }: SettingFacts) {
  return { organization, revision, ...(branch ? { branch } : {}) }
}
