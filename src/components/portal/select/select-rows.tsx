'use client'

import { X } from 'lucide-react'
import { useRef, useState, type FormEvent, type ReactNode, type RefObject } from 'react'
import { BatchDialog } from '@/components/portal/select/batch-dialog'
import type { Deed } from '@/components/bulk/batch'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'

/** A deed for the chosen rows. */
export interface ManyDeed extends Deed {
  /** The list as /api/v1 calls it. */
  collection: string
  /** Counts for what `RowBox` says besides the row; rows that say nothing are left out. */
  by?: 'also' | undefined
}

export interface Chosen {
  id: string
  also: string
}

export interface SelectRowsProps {
  organization: string
  /** What a row is: "order". */
  noun: string
  /** Several of them, where that is not the noun with an s. */
  plural?: string | undefined
  deeds: readonly ManyDeed[]
  /** More that can be done with the chosen rows, besides deeds of the server. */
  more?: ((chosen: readonly Chosen[], clear: () => void) => ReactNode) | undefined
  children: ReactNode
}

/**
 * A list whose rows can be chosen. The rows stay the server's: this hears their boxes and shows, with the first chosen
 * row, what can be done with all of them.
 */
export function SelectRows({ organization, noun, plural = `${noun}s`, deeds, more, children }: SelectRowsProps) {
  const list = useRef<HTMLDivElement>(null)
  const { chosen, heard, clear } = useChosen(list)
  const counted = (count: number) => `${count} ${count === 1 ? noun : plural}`
  const [deed, setDeed] = useState<{ what: ManyDeed; ids: string[] } | null>(null)
  return (
    <div ref={list} onChange={heard}>
      {children}
      {chosen.length > 0 ? (
        <div className="select-bar" role="region" aria-label={`${chosen.length} chosen`}>
          <span className="font-medium" role="status">
            {counted(chosen.length)} chosen
          </span>
          <span className="flex flex-1 flex-wrap items-center gap-2">
            {deeds.map((what) => (
              <DeedButton key={what.verb} deed={what} ids={idsOf(what, chosen)} onOpen={(ids) => setDeed({ what, ids })} />
            ))}
            {more?.(chosen, clear)}
          </span>
          <IconButton size="sm" label="Choose none" icon={<X aria-hidden />} onClick={clear} />
        </div>
      ) : null}
      {deed ? (
        <BatchDialog
          organization={organization}
          counted={counted(deed.ids.length)}
          deed={deed.what}
          ids={deed.ids}
          onClose={(isBegun) => {
            setDeed(null)
            if (isBegun) clear()
          }}
        />
      ) : null}
    </div>
  )
}

function DeedButton({ deed, ids, onOpen }: { deed: ManyDeed; ids: string[]; onOpen: (ids: string[]) => void }) {
  if (ids.length === 0) return null
  return (
    <Button size="sm" variant={deed.isDangerous ? 'danger-quiet' : 'secondary'} aria-haspopup="dialog" onClick={() => onOpen(ids)}>
      {deed.by === 'also' ? `${deed.label} (${ids.length})` : deed.label}
    </Button>
  )
}

function idsOf({ by }: ManyDeed, chosen: readonly Chosen[]): string[] {
  return chosen.map(({ id, also }) => (by === 'also' ? also : id)).filter((id) => id !== '')
}

function useChosen(list: RefObject<HTMLDivElement | null>) {
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const boxes = () => [...(list.current?.querySelectorAll<HTMLInputElement>('input[data-row]') ?? [])]
  const read = () => {
    const rows = boxes()
    const ticked = rows.filter((box) => box.checked)
    const all = list.current?.querySelector<HTMLInputElement>('input[data-rows=all]')
    if (all) {
      all.checked = ticked.length > 0 && ticked.length === rows.length
      all.indeterminate = ticked.length > 0 && ticked.length < rows.length
    }
    setChosen(ticked.map((box) => ({ id: box.dataset['row'] ?? '', also: box.dataset['also'] ?? '' })))
  }
  const tick = (isTicked: boolean) => {
    for (const box of boxes()) box.checked = isTicked
    read()
  }
  const heard = ({ target }: FormEvent<HTMLDivElement>) => {
    if (!(target instanceof HTMLInputElement)) return
    if (target.dataset['rows'] === 'all') tick(target.checked)
    else if (target.dataset['row']) read()
  }
  return { chosen, heard, clear: () => tick(false) }
}
