'use client'

import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { Labelled } from '@/components/admin/act/fields'
import { findDocs } from '@/components/admin/act/send'

/** What can be picked: a collection of the generated API, so that only rows this person may read are offered. */
export interface PickSource {
  collection: string
  /** Fields that are searched. */
  search: readonly string[]
  /** How a row reads. */
  text: (doc: PickDoc) => string
  /** Further conditions, `field -> value`. */
  only?: Readonly<Record<string, string>>
  sort?: string
}

export type PickDoc = { id: string } & Record<string, unknown>

interface PickProps {
  name: string
  label: string
  source: PickSource
  help?: string
  wrong?: string | undefined
  half?: boolean
  required?: boolean
  placeholder?: string
  onPick?: (doc: PickDoc | null) => void
}

/** Type a few letters, choose one. Arrows and Enter work; what is typed without choosing counts for nothing. */
export function Pick(props: PickProps) {
  const { name, label, source, help, wrong, half, required, onPick } = props
  const id = useId()
  const state = usePick(source, onPick)
  const { picked, active, found, isFresh, isListed } = state
  return (
    <Labelled id={id} label={label} help={help} wrong={wrong} half={half} required={required}>
      <div className="tf-pick" onBlur={(event) => (event.currentTarget.contains(event.relatedTarget) ? undefined : state.close())}>
        <input type="hidden" name={name} value={picked?.id ?? ''} />
        <SearchBox id={id} state={state} isWrong={Boolean(wrong)} placeholder={props.placeholder ?? 'Type to search'} />
        {isListed ? <Choices id={id} found={found} isFresh={isFresh} active={active} source={source} onPick={state.pick} /> : null}
      </div>
    </Labelled>
  )
}

// The combobox pattern: the list belongs to the input, and the marked option is named, because the focus stays here.
function SearchBox({ id, state, isWrong, placeholder }: { id: string; state: ReturnType<typeof usePick>; isWrong: boolean; placeholder: string }) {
  const { text, isListed, found, active } = state
  return (
    <input
      id={id}
      className="tf-input"
      role="combobox"
      autoComplete="off"
      aria-autocomplete="list"
      aria-controls={`${id}-list`}
      aria-expanded={isListed}
      {...(isListed && found?.[active] ? { 'aria-activedescendant': `${id}-${active}` } : {})}
      {...(isWrong ? { 'aria-invalid': true } : {})}
      placeholder={placeholder}
      value={text}
      onFocus={state.open}
      onKeyDown={state.pressed}
      onChange={(event) => state.type(event.target.value)}
    />
  )
}

function usePick(source: PickSource, onPick: PickProps['onPick']) {
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<PickDoc | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const { found, isFresh } = useFound(source, text, isOpen)

  const pick = (doc: PickDoc) => {
    setPicked(doc)
    setText(source.text(doc))
    setOpen(false)
    onPick?.(doc)
  }
  const type = (typed: string) => {
    if (picked) onPick?.(null)
    setPicked(null)
    setText(typed)
    setActive(0)
    setOpen(true)
  }
  const move = (step: number) => {
    setOpen(true)
    setActive((at) => Math.min(Math.max(at + step, 0), Math.max((found?.length ?? 1) - 1, 0)))
  }
  const pressed = (event: KeyboardEvent) => {
    const chosen = found?.[active]
    const deeds: Partial<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      // While an answer is on its way, the rows are those of another text.
      ...(isOpen && !picked ? { Enter: () => (chosen && isFresh ? pick(chosen) : undefined) } : {}),
      ...(isOpen ? { Escape: () => setOpen(false) } : {}),
    }
    const deed = deeds[event.key]
    if (!deed) return
    event.preventDefault()
    deed()
  }
  return { text, picked, isListed: isOpen && !picked, active, found, isFresh, pick, type, pressed, open: () => setOpen(true), close: () => setOpen(false) }
}

function Choices({ id, found, isFresh, active, source, onPick }: { id: string; found: PickDoc[] | null; isFresh: boolean; active: number; source: PickSource; onPick: (doc: PickDoc) => void }) {
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not hand on.
    void document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  return (
    <ul className="tf-pick-list" role="listbox" id={`${id}-list`} aria-label="Matches" aria-busy={!isFresh}>
      {found?.length ? null : <li data-empty="">{isFresh ? 'Nothing found' : 'Looking…'}</li>}
      {found?.map((doc, index) => (
        <li key={doc.id} id={`${id}-${index}`} role="option" aria-selected={index === active} onMouseDown={(event) => event.preventDefault()} onClick={() => onPick(doc)}>
          {source.text(doc)}
        </li>
      ))}
    </ul>
  )
}

const PAUSE_MS = 180

function useFound(source: PickSource, text: string, isOpen: boolean): { found: PickDoc[] | null; isFresh: boolean } {
  const [{ of, found }, setFound] = useState<{ of: string | null; found: PickDoc[] | null }>({ of: null, found: null })
  const query = isOpen ? queryOf(source, text.trim()) : null
  useEffect(() => {
    if (query === null) return undefined
    let isCurrent = true
    const timer = setTimeout(() => {
      void findDocs<PickDoc>(source.collection, new URLSearchParams(query)).then((docs) => (isCurrent ? setFound({ of: query, found: docs }) : undefined))
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [query, source.collection])
  return { found, isFresh: of === query }
}

function queryOf({ search, only = {}, sort }: PickSource, text: string): string {
  const query = new URLSearchParams({ limit: '8', depth: '0', pagination: 'false', ...(sort ? { sort } : {}) })
  Object.entries(only).forEach(([field, value], index) => query.set(`where[and][${index}][${field}][equals]`, value))
  const last = Object.keys(only).length
  if (text !== '') search.forEach((field, index) => query.set(`where[and][${last}][or][${index}][${field}][like]`, text))
  return query.toString()
}
