import { contrastRatio, hexOf, mix, parseHex, shiftLightness, type Rgb } from '@/components/ui/color'

export type BrandVariables = Record<`--brand${string}`, string>

const WHITE: Rgb = [255, 255, 255]
const INK: Rgb = [11, 18, 19]
const GROUND = { light: [255, 255, 255], dark: [23, 23, 22] } as const satisfies Record<string, Rgb>
/** 4.5:1 with room for rounding to a hex value; text also stands on the page, which is a little darker than a card. */
const ON_FILL = 4.55
const ON_SOFT = 4.6
const ON_GROUND = 4.9
/** A fill carries its own label, so it need only be told from the card; shapes without a label use the text colour. */
const APART = { light: 1.4, dark: 2.2 } as const

/**
 * CSS variables for an organization's colour, for both themes: the filled colour, the text on it, the colour as text and a soft
 * ground. Every text pair reaches 4.5:1 (WCAG 1.4.3); a colour that cannot is moved in lightness only, so its hue stays
 * recognisable. Anything that is no `#rgb` or `#rrggbb` answers {}: the house brand stays.
 */
export function brandVariables(hex: string | null | undefined): BrandVariables {
  const color = parseHex(hex ?? '')
  if (!color) return {}
  return { ...themed(color, 'light'), ...themed(color, 'dark') }
}

function themed(color: Rgb, theme: 'light' | 'dark'): BrandVariables {
  const ground = GROUND[theme]
  const away = theme === 'light' ? -1 : 1
  const fill = legibleFill(
    until(color, away, (c) => contrastRatio(c, ground) >= APART[theme]),
    away,
  )
  const soft = mix(fill, ground, theme === 'light' ? 0.1 : 0.18)
  const text = until(fill, away, (c) => contrastRatio(c, ground) >= ON_GROUND && contrastRatio(c, soft) >= ON_SOFT)
  return {
    [`--brand-${theme}`]: hexOf(fill),
    [`--brand-contrast-${theme}`]: hexOf(textOn(fill)),
    [`--brand-text-${theme}`]: hexOf(text),
    [`--brand-soft-${theme}`]: hexOf(soft),
  }
}

const textOn = (fill: Rgb): Rgb => (contrastRatio(WHITE, fill) >= ON_FILL ? WHITE : INK)

const legibleFill = (color: Rgb, away: -1 | 1): Rgb => until(color, away, (c) => contrastRatio(textOn(c), c) >= ON_FILL)

/** Moves the lightness in small steps until the test holds; black and white pass every test asked here. */
function until(color: Rgb, direction: -1 | 1, holds: (candidate: Rgb) => boolean): Rgb {
  let candidate = color
  for (let step = 0; step < 60 && !holds(candidate); step += 1)
    candidate = shiftLightness(color, direction * (step + 1) * 0.02)
  return candidate
}
