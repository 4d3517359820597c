'use client'

import { useEffect } from 'react'
import { offerCommands, type PaletteCommand } from '@/components/portal/shell/palette-store'

/** Puts a page's verbs at the top of the palette for as long as the page is shown. */
export function OfferCommands({ commands }: { commands: readonly PaletteCommand[] }) {
  useEffect(() => offerCommands(commands), [commands])
  return null
}
