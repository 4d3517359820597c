'use client'

import { useState } from 'react'
import { api } from '@/components/portal/client/api'
import { Switch } from '@/components/ui/choice'
import { notify } from '@/components/ui/toast'

export interface PreferenceSwitchProps {
  organization: string
  type: string
  channel: 'in-app' | 'email'
  isOn: boolean
  /** mandatory: shown, never changed */
  isFixed: boolean
  /** what it is about, for screen readers */
  about: string
}

const CHANNELS = { 'in-app': 'Here', email: 'E-mail' }

/** One channel of one notification. It moves at once and goes back if the server refuses. */
export function PreferenceSwitch({ organization, type, channel, isOn, isFixed, about }: PreferenceSwitchProps) {
  const [on, setOn] = useState(isOn)
  const change = async (enabled: boolean) => {
    setOn(enabled)
    const answer = await api('/notifications/preferences', { method: 'PATCH', organization, body: { preferences: [{ type, channel, enabled }] } })
    if (answer.ok) return
    setOn(!enabled)
    notify({ tone: 'danger', title: answer.problem.message })
  }
  return <Switch label={CHANNELS[channel]} aria-label={`${CHANNELS[channel]}: ${about}`} checked={on} disabled={isFixed} onChange={(event) => void change(event.target.checked)} />
}
