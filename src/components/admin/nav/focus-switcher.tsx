'use client'

import { useNav } from '@payloadcms/ui'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { focusIn, pageFor, type FocusWord } from '@/components/admin/nav/focus-address'
import { useDealers, type DealerChoice } from '@/components/admin/nav/use-dealers'

interface Row {
  key: string
  name: string
  note: string
  focus: FocusWord | null
}

/** Whom one looks at: all dealers, one, or one with those below it. Lists and the first page follow; the address says which. */
export function FocusSwitcher({ tree }: { tree: string }) {
  const router = useRouter()
  const path = usePathname()
  const search = useSearchParams()
  const { setNavOpen } = useNav()
  const focus = focusIn(new URLSearchParams(search.toString()))
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const { found, isFresh, more, current } = useDealers(text, isOpen, focus?.slug ?? null)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const everybody: Row = { key: 'all', name: `All of ${tree}`, note: 'every dealer', focus: null }
  const rows: Row[] = [...(text === '' ? [everybody] : []), ...found.flatMap(rowsOf)]

  useEffect(() => {
    if (isOpen) box.current?.querySelector('input')?.focus()
  }, [isOpen])

  const close = () => {
    setOpen(false)
    setText('')
    setActive(0)
  }
  const goBack = () => {
    box.current?.querySelector('button')?.focus()
    close()
  }
  const choose = (row: Row) => {
    goBack()
    // On a narrow window the menu covers the list that was asked for.
    if (window.matchMedia('(max-width: 1024px)').matches) setNavOpen(false)
    // Pages of one record speak of one organization already; the first page shows the new one.
    const target = /^\/admin\/collections\/[^/]+\/.+/.test(path) ? '/admin' : path
    router.push(pageFor(target, new URLSearchParams(target === path ? search.toString() : ''), row.focus))
  }
  const pressed = (event: KeyboardEvent) => {
    const row = rows[active]
    const deeds: Partial<Record<string, () => void>> = {
      ArrowDown: () => setActive(Math.min(active + 1, rows.length - 1)),
      ArrowUp: () => setActive(Math.max(active - 1, 0)),
      Escape: goBack,
      // While an answer is on its way, the rows are those of another text.
      Enter: () => (row && isFresh ? choose(row) : undefined),
    }
    const deed = deeds[event.key]
    if (!deed) return
    event.preventDefault()
    deed()
  }
  return (
    <div className="tf-focus" ref={box} onBlur={(event) => (event.currentTarget.contains(event.relatedTarget) ? undefined : close())}>
      <button type="button" className="tf-focus-now" aria-haspopup="listbox" aria-expanded={isOpen} onClick={() => (isOpen ? close() : setOpen(true))}>
        <span className="tf-help">Looking at</span>
        <strong>{focus ? nameOf(focus, current) : 'All dealers'}</strong>
      </button>
      {isOpen ? (
        <div className="tf-focus-box">
          <input className="tf-input" role="combobox" aria-label="Find a dealer" aria-expanded aria-controls={`${id}-list`} aria-autocomplete="list" placeholder="Name or code" autoComplete="off" {...(rows[active] ? { 'aria-activedescendant': `${id}-${active}` } : {})} value={text} onKeyDown={pressed} onChange={(event) => { setText(event.target.value); setActive(0) }} />
          <DealerList id={id} rows={rows} isFresh={isFresh} active={active} onChoose={choose} />
          {more ? (
            <button type="button" className="tf-text-button" onMouseDown={(event) => event.preventDefault()} onClick={more}>
              More dealers
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

function DealerList({ id, rows, isFresh, active, onChoose }: { id: string; rows: readonly Row[]; isFresh: boolean; active: number; onChoose: (row: Row) => void }) {
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not hand on.
    void document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  return (
    <ul id={`${id}-list`} role="listbox" aria-label="Dealers" aria-busy={!isFresh}>
      {rows.length === 0 ? <li data-empty="">{isFresh ? 'No dealer matches' : 'Looking…'}</li> : null}
      {rows.map((row, index) => (
        <li key={row.key} id={`${id}-${index}`} role="option" aria-selected={index === active} onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(row)}>
          <span>{row.name}</span>
          <small>{row.note}</small>
        </li>
      ))}
    </ul>
  )
}

function nameOf({ kind, slug }: FocusWord, current: DealerChoice | null): string {
  const name = current?.name ?? slug
  return kind === 'group' ? `${name} and below` : name
}

function rowsOf({ id, slug, name, code, parentName, below }: DealerChoice): Row[] {
  const note = [code, parentName ? `below ${parentName}` : ''].filter(Boolean).join(' · ')
  const one: Row = { key: id, name, note, focus: { kind: 'dealer', slug } }
  if (below === 0) return [one]
  return [one, { key: `${id}-group`, name: `${name} and below`, note: `a group of ${below + 1}`, focus: { kind: 'group', slug } }]
}
