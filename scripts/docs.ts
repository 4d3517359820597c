import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const FOLDER = 'docs/generated'

/** `npm run docs` writes what can be generated; `npm run docs -- --check` fails when a page is stale. */
async function main(): Promise<void> {
  // The collections read their environment while they are imported; no page depends on these values.
  process.env['DATABASE_URL'] ??= 'postgres://localhost/none'
  process.env['PAYLOAD_SECRET'] ??= 'the pages need no secret at all'
  const { pages } = await import('./docs/pages')
  const isCheck = process.argv.includes('--check')
  mkdirSync(FOLDER, { recursive: true })
  const stale: string[] = []
  for (const [name, text] of Object.entries(await pages())) {
    if (read(`${FOLDER}/${name}`) === text) continue
    stale.push(`${FOLDER}/${name}`)
    if (!isCheck) writeFileSync(`${FOLDER}/${name}`, text)
  }
  if (isCheck && stale.length > 0) {
    process.stderr.write(`These pages are stale, run "npm run docs": ${stale.join(', ')}\n`)
    process.exit(1)
  }
  process.stdout.write(isCheck ? 'the generated pages are true\n' : `${stale.length} pages written\n`)
  process.exit(0)
}

function read(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

await main()
