'use client'

import { useId } from 'react'
import type { Reach } from '@/kernel/permission'
import { DIFFERENCE_WORDS, REACH_WORDS, reachesUpTo, type Difference, type Explained } from '@/components/people/words'

interface MatrixRowProps {
  entry: Explained
  reach: Reach | undefined
  most: Reach | undefined
  /** How far the person itself holds it; absent: it can neither give nor take it. */
  own: Reach | undefined
  difference: Difference | null
  canChange: boolean
  onChange: (key: string, reach: Reach | '') => void
}

/** One permission of the matrix: what it is, whether it differs from the original, and how far it carries. */
export function MatrixRow({ entry: { key, sentence }, reach, most, own, difference, canChange, onChange }: MatrixRowProps) {
  const id = useId()
  const offered = optionsOf(reach, most, own)
  const isMine = own !== undefined && offered.length > 0
  return (
    <li data-held={reach !== undefined}>
      <label htmlFor={id}>
        <span>{sentence}</span>
        <span className="pp-key">
          <code>{key}</code>
          {difference ? <DifferenceBadge difference={difference} /> : null}
          {canChange && !isMine ? <span className="pp-muted">You do not hold it yourself.</span> : null}
        </span>
      </label>
      {canChange ? (
        <select id={id} className="pp-input" value={reach ?? ''} disabled={!isMine} onChange={(event) => onChange(key, event.target.value as Reach | '')}>
          <option value="">No</option>
          {offered.map((one) => (
            <option key={one} value={one}>
              {REACH_WORDS[one]}
            </option>
          ))}
        </select>
      ) : (
        <output id={id}>{reach ? REACH_WORDS[reach] : 'No'}</output>
      )}
    </li>
  )
}

function DifferenceBadge({ difference }: { difference: Difference }) {
  const isMore = difference === 'added' || difference === 'farther'
  return (
    <span className="pp-badge" data-tone={isMore ? 'info' : 'warning'}>
      {DIFFERENCE_WORDS[difference]}
    </span>
  )
}

// What it holds now stays in the list, also when this person could not give it.
function optionsOf(reach: Reach | undefined, most: Reach | undefined, own: Reach | undefined): Reach[] {
  const allowed = reachesUpTo(most).filter((one) => reachesUpTo(own).includes(one))
  return reach && !allowed.includes(reach) ? [...allowed, reach] : allowed
}
