import { useEffect, useState } from 'react'
import type { RichOption } from '@/components/ui/option-face'

export type LoadOptions = (words: string, signal: AbortSignal) => Promise<readonly RichOption[]>

export interface OptionsState {
  options: readonly RichOption[]
  state: 'idle' | 'loading' | 'ready' | 'failed'
}

const PAUSE_MS = 180
const IDLE: OptionsState = { options: [], state: 'idle' }

/** Options for the words typed: asked for after a short pause, an older question is aborted, the last answer stays until the next. */
export function useOptions(load: LoadOptions, words: string, active: boolean): OptionsState {
  const [state, setState] = useState<OptionsState>(IDLE)
  useEffect(() => {
    if (!active) return
    const asked = new AbortController()
    const timer = setTimeout(() => {
      setState((before) => ({ ...before, state: 'loading' }))
      load(words, asked.signal).then(
        (options) => !asked.signal.aborted && setState({ options, state: 'ready' }),
        () => !asked.signal.aborted && setState({ options: [], state: 'failed' }),
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [load, words, active])
  return state
}
