'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import type { OtherOrganization } from '@/components/portal/shell/organization'
import { Avatar } from '@/components/ui/avatar'
import { Input } from '@/components/ui/input'

interface Found {
  data?: { slug: string; code: string; name: string; kind: string }[]
}

const PAUSE_MS = 160

/** The person's other organizations, found by typing; for people of many of them. */
export function OrganizationSearch({ first, here }: { first: readonly OtherOrganization[]; here: string }) {
  const [text, setText] = useState('')
  // Null while nothing is typed and until the first answer: those known from the start are shown.
  const [answer, setAnswer] = useState<readonly OtherOrganization[] | null>(null)
  const found = answer ?? first
  useEffect(() => {
    if (text.trim() === '') return undefined
    let isCurrent = true
    const timer = setTimeout(() => void search(text).then((rows) => (isCurrent ? setAnswer(rows.filter(({ href }) => href !== here)) : undefined)), PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [text, here])
  const type = (wanted: string) => {
    setText(wanted)
    if (wanted.trim() === '') setAnswer(null)
  }
  return (
    <>
      <div className="px-1.5 pb-1.5">
        <Input type="search" size="sm" aria-label="Find an organization" placeholder="Name or code" value={text} onChange={(event) => type(event.target.value)} />
      </div>
      <ul className="max-h-80 overflow-auto">
        {found.length === 0 ? <li className="px-3 py-2 text-sm text-muted">None of yours matches.</li> : null}
        {found.map(({ name, subtitle, href }) => (
          <li key={href}>
            <Link href={href} className="menu-item">
              <Avatar name={name} square className="size-7" />
              <span className="grid min-w-0">
                <span className="truncate text-sm leading-4 font-semibold">{name}</span>
                {subtitle ? <span className="truncate text-2xs text-muted">{subtitle}</span> : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

async function search(text: string): Promise<OtherOrganization[]> {
  try {
    const response = await fetch(`/api/v1/organizations?${new URLSearchParams({ q: text.trim() }).toString()}`)
    const { data = [] } = response.ok ? ((await response.json()) as Found) : {}
    return data.filter(({ kind }) => kind === 'dealer').map(({ name, code, slug }) => ({ name, subtitle: code, href: `/dealer/${slug}` }))
  } catch {
    // Without the server there is nothing to choose; the next letter asks again.
    return []
  }
}
