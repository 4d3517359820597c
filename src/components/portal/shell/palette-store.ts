import type { ReactNode } from 'react'

export interface PaletteCommand {
  id: string
  label: string
  group: string
  icon?: ReactNode
  href?: string | undefined
  run?: (() => void) | undefined
  /** Other words it is found by. */
  keywords?: readonly string[] | undefined
}

type Listener = () => void

let offered: readonly PaletteCommand[] = []
const listeners = new Set<Listener>()

/** Adds commands while something is on screen; the answer takes them away again. */
export function offerCommands(commands: readonly PaletteCommand[]): () => void {
  set([...commands, ...offered])
  return () => set(offered.filter((command) => !commands.includes(command)))
}

export const offeredCommands = (): readonly PaletteCommand[] => offered

export const subscribeToCommands = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function set(next: readonly PaletteCommand[]): void {
  offered = next
  for (const listener of listeners) listener()
}
