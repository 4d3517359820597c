/**
 * Draws every page of tests/ui/pages as static HTML with the portal's stylesheet, and pictures of them.
 *   npx tsx tests/ui/gallery.ts [--out DIR] [--only name,name] [--no-shots] [--no-axe]
 * Exits 1 when axe finds a violation or a page logs an error.
 */
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildPages } from './build'
import { photograph } from './photograph'

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    only: { type: 'string' },
    'no-shots': { type: 'boolean' },
    'no-axe': { type: 'boolean' },
  },
})

const out = values.out ?? mkdtempSync(path.join(tmpdir(), 'gallery-'))
mkdirSync(out, { recursive: true })
const wanted = values.only?.split(',')
const names = readdirSync(path.join(import.meta.dirname, 'pages'))
  .map((file) => path.parse(file).name)
  .filter((name) => name !== 'frame' && name !== 'sample' && (!wanted || wanted.includes(name)))

await buildPages(names, out)
const problems = values['no-shots'] ? [] : await photograph(names, out, { axe: !values['no-axe'] })
for (const problem of problems) console.error(problem)
console.info(`${names.length} pages in ${out}`)
process.exitCode = problems.length > 0 ? 1 : 0
