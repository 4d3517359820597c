import fc from 'fast-check'
import { brandVariables } from '@/components/ui/brand'
import { contrastRatio, parseHex, type Rgb } from '@/components/ui/color'

const GROUNDS = { light: ['#ffffff', '#f8f8f6'], dark: ['#171716', '#0f0f0f'] } as const
const hexes = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)

const color = (hex: string | undefined): Rgb => {
  const parsed = parseHex(hex ?? '')
  if (!parsed) throw new Error(`no colour: ${hex}`)
  return parsed
}

describe('brandVariables', () => {
  test('any colour gives text of 4.5:1 on the fill, on the soft ground and on the page, in both themes', () => {
    fc.assert(
      fc.property(hexes, fc.constantFrom('light', 'dark'), (hex, theme) => {
        const brand = brandVariables(hex)
        const [fill, onFill, text, soft] = ['', '-contrast', '-text', '-soft'].map((part) =>
          color(brand[`--brand${part}-${theme}`]),
        )
        expect(contrastRatio(fill!, onFill!)).toBeGreaterThanOrEqual(4.5)
        for (const ground of [soft!, ...GROUNDS[theme].map(color)])
          expect(contrastRatio(text!, ground)).toBeGreaterThanOrEqual(4.5)
      }),
      { numRuns: 2000 },
    )
  })

  test('a colour that already works stays exactly itself', () => {
    expect(brandVariables('#c8102e')['--brand-light']).toBe('#c8102e')
    expect(brandVariables('#ffd400')['--brand-light']).toBe('#ffd400')
  })

  test('what is no colour leaves the house brand', () => {
    for (const bad of ['', 'red', '#12345', 'url(x)', '#12345g', null, undefined])
      expect(brandVariables(bad)).toEqual({})
  })
})
