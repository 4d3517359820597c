export interface Placement {
  side?: 'bottom' | 'top' | undefined
  align?: 'start' | 'center' | 'end' | undefined
}

const GAP = 6
const MARGIN = 8

/**
 * Puts a fixed box (already shown, so it has a size) beside its anchor: on the wished side if there is room, else on the other, and
 * always inside the window. Sizes in CSS pixels.
 */
export function placeBeside(anchor: Element, box: HTMLElement, { side = 'bottom', align = 'start' }: Placement): void {
  const at = anchor.getBoundingClientRect()
  const [width, height] = [box.offsetWidth, box.offsetHeight]
  const below = at.bottom + GAP
  const above = at.top - GAP - height
  const fits = side === 'bottom' ? below + height <= window.innerHeight - MARGIN : above >= MARGIN
  const top = (side === 'bottom') === fits ? below : above
  const left = { start: at.left, center: at.left + (at.width - width) / 2, end: at.right - width }[align]
  box.style.top = `${clamp(top, window.innerHeight - height)}px`
  box.style.left = `${clamp(left, window.innerWidth - width)}px`
}

const clamp = (wanted: number, room: number): number => Math.max(MARGIN, Math.min(wanted, room - MARGIN))
