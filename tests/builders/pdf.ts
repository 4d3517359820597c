import { inflateSync } from 'node:zlib'

/** The text of a PDF as our printer writes it: embedded fonts whose glyphs have a table back to characters. */
export function textOfPdf(bytes: Buffer): string {
  const objects = objectsOf(bytes)
  const fonts = fontsOf(objects)
  return [...objects.values()].flatMap(({ stream }) => (stream?.includes('BT') ? textOf(stream, fonts) : [])).join('\n')
}

type Part = { head: string; stream: string | null }
type Glyphs = ReadonlyMap<string, string>

function objectsOf(bytes: Buffer): Map<string, Part> {
  const text = bytes.toString('latin1')
  return new Map([...text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, partOf(body)]))
}

function partOf(body: string): Part {
  const at = body.indexOf('stream\n')
  if (at < 0) return { head: body, stream: null }
  const head = body.slice(0, at)
  const raw = Buffer.from(body.slice(at + 'stream\n'.length, body.lastIndexOf('\nendstream')), 'latin1')
  if (!head.includes('/FlateDecode')) return { head, stream: raw.toString('latin1') }
  // Pictures are packed, too; what they hold is no text and may be cut by the search for their end.
  return { head, stream: head.includes('/Image') ? null : inflateSync(raw).toString('latin1') }
}

// `/F1 8 0 R` in the resources of a page, `/ToUnicode 15 0 R` in the font.
function fontsOf(objects: ReadonlyMap<string, Part>): Map<string, Glyphs> {
  const named = [...objects.values()].flatMap(({ head }) => [...head.matchAll(/\/(F\d+) (\d+) 0 R/g)])
  return new Map(
    named.flatMap(([, name = '', id = '']): [string, Glyphs][] => {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1]
      const map = table === undefined ? null : objects.get(table)?.stream
      return map ? [[name, glyphsOf(map)]] : []
    }),
  )
}

// pdfkit writes ranges of 256 glyphs: `<0000> <00ff> [<0000> <0043> …]`.
function glyphsOf(map: string): Glyphs {
  const glyphs = new Map<string, string>()
  for (const [, from = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    const characters = [...list.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex = '']) => Buffer.from(hex, 'hex').swap16().toString('utf16le'))
    characters.forEach((one, index) => glyphs.set((Number.parseInt(from, 16) + index).toString(16).padStart(4, '0'), one))
  }
  return glyphs
}

function textOf(stream: string, fonts: ReadonlyMap<string, Glyphs>): string[] {
  let glyphs: Glyphs = new Map()
  return stream.split('\n').flatMap((line) => {
    const font = /\/(F\d+) [\d.]+ Tf/.exec(line)?.[1]
    if (font !== undefined) glyphs = fonts.get(font) ?? new Map()
    if (!/T[Jj]\s*$/.test(line)) return []
    const hex = [...line.matchAll(/<([0-9a-f]+)>/gi)].map(([, one = '']) => one.toLowerCase()).join('')
    return [(hex.match(/.{4}/g) ?? []).map((code) => glyphs.get(code) ?? '').join('')]
  })
}
