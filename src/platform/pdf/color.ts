export const INK = '#15202b'
export const MUTED = '#5b6673'
export const LINE = '#d9dee4'
export const PAPER = '#f5f7f9'
const HOUSE = '#0f5c63'

/** The colours of a brand on white paper: as a fill, as text that reads (4.5:1), the text on the fill, and a soft ground. */
export function paletteOf(color: string | null): { fill: string; text: string; onFill: string; soft: string } {
  const fill = color && /^#[0-9a-f]{6}$/i.test(color) ? color : HOUSE
  return {
    fill,
    text: darkened(fill),
    onFill: contrast(fill, '#ffffff') >= 3 ? '#ffffff' : INK,
    soft: mixed(fill, '#ffffff', 0.07),
  }
}

function darkened(color: string): string {
  let text = color
  for (let step = 0; step < 30 && contrast(text, '#ffffff') < 4.5; step += 1) text = mixed(text, '#000000', 0.92)
  return text
}

function mixed(color: string, other: string, share: number): string {
  const [ours, theirs] = [channels(color), channels(other)]
  return `#${ours
    .map((one, at) =>
      Math.round(one * share + (theirs[at] ?? 0) * (1 - share))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((one) => {
    const c = one / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
}
