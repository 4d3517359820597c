'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

interface Choice {
  id: string
  name: string
}

const remember = (id: string) => {
  document.cookie = `tf-organization=${encodeURIComponent(id)}; path=/; max-age=31536000; samesite=lax`
}

/** Whom the person works for; a menu only for those who work for several headquarters. */
export function OrganizationSwitcher({ current, all }: { current: Choice; all: readonly Choice[] }) {
  const router = useRouter()
  // What is shown and where something new belongs must be the same organization, also before anything was chosen.
  useEffect(() => {
    if (all.length > 1) remember(current.id)
  }, [all.length, current.id])
  if (all.length < 2) return <div className="tf-switch"><strong>{current.name}</strong></div>
  return (
    <label className="tf-switch">
      <span className="tf-help">Working for</span>
      <select
        className="tf-input"
        value={current.id}
        onChange={(event) => {
          remember(event.target.value)
          router.push('/admin')
          router.refresh()
        }}
      >
        {all.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
