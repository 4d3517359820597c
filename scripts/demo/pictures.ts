import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LucideIcon } from 'lucide-react'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import sharp from 'sharp'

const folder = mkdtempSync(path.join(tmpdir(), 'tf-demo-'))
let count = 0

/** Draws a calm picture of a kind of goods: its symbol on a tinted ground, turned a little for each product. */
export async function drawPicture(icon: LucideIcon, hue: number, variation: number): Promise<string> {
  const symbol = renderToStaticMarkup(createElement(icon, { size: 420, strokeWidth: 1, color: `hsl(${hue} 45% 32%)` }))
  const shift = (variation * 37) % 40
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="960">
  <defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="hsl(${hue + shift} 48% 95%)"/>
  <stop offset="1" stop-color="hsl(${hue - 12 + shift} 40% 85%)"/></linearGradient></defs>
  <rect width="960" height="960" fill="url(#g)"/><circle cx="${380 + shift * 5}" cy="480" r="${300 + shift}" fill="hsl(${hue} 60% 99%)" opacity=".6"/>
  <g transform="translate(270 270) rotate(${(variation % 5) * 3 - 6} 210 210)">${symbol}</g></svg>`
  count += 1
  const file = path.join(folder, `picture-${count}.png`)
  await sharp(Buffer.from(svg)).png().toFile(file)
  return file
}
