import { build, type BuildOptions } from 'esbuild'
import { cpSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import tailwind from '@tailwindcss/postcss'
import postcss from 'postcss'

const here = import.meta.dirname
const root = path.join(here, '../..')

const shared: BuildOptions = {
  bundle: true,
  format: 'esm',
  jsx: 'automatic',
  logLevel: 'error',
  tsconfig: path.join(root, 'tsconfig.json'),
  define: { 'process.env.NODE_ENV': '"development"' },
  alias: {
    'next/link': path.join(here, 'stubs/next-link.tsx'),
    'next/navigation': path.join(here, 'stubs/next-navigation.ts'),
  },
}

/** Writes `<name>.html`, `<name>.js` and `gallery.css` into `out` for each page. */
export async function buildPages(names: readonly string[], out: string): Promise<void> {
  await writeStyles(out)
  for (const name of names) {
    const page = path.join(here, 'pages', `${name}.tsx`)
    const server = path.join(out, `${name}.server.mjs`)
    await build({
      ...shared,
      stdin: entry(serverSource(page)),
      outfile: server,
      platform: 'node',
      banner: { js: REQUIRE },
    })
    await build({
      ...shared,
      stdin: entry(browserSource(page)),
      outdir: path.join(out, name),
      splitting: true,
      entryNames: 'page',
      platform: 'browser',
    })
    const { html } = (await import(`${pathToFileURL(server).href}?${Date.now()}`)) as { html: string }
    writeFileSync(path.join(out, `${name}.html`), document(name, html))
  }
}

const REQUIRE = `import { createRequire as __make } from 'node:module'; const require = __make(${JSON.stringify(path.join(root, 'package.json'))});`

const entry = (contents: string) => ({ contents, resolveDir: here, loader: 'tsx' as const })

const serverSource = (page: string): string => `
import { renderToString } from 'react-dom/server'
import { Page, path } from ${JSON.stringify(page)}
globalThis.galleryPath = path
export const html = renderToString(<Page />)`

const browserSource = (page: string): string => `
import { hydrateRoot } from 'react-dom/client'
import { Page, path } from ${JSON.stringify(page)}
globalThis.galleryPath = path
hydrateRoot(document.getElementById('root'), <Page />)
setTimeout(() => { document.documentElement.dataset.ready = '' }, 50)`

async function writeStyles(out: string): Promise<void> {
  const from = path.join(root, 'src/styles/gallery.css')
  const source = `@import './portal.css';\n@source '../../tests/ui';\n${LATIN}`
  const { css } = await postcss([tailwind({ optimize: false })]).process(source, { from })
  const fonts = path.dirname(createRequire(import.meta.url).resolve('@fontsource-variable/inter/package.json'))
  cpSync(path.join(fonts, 'files'), path.join(out, 'fonts'), {
    recursive: true,
    filter: (file) => !/\.woff2?$/.test(file) || /latin.*wght-normal/.test(file),
  })
  writeFileSync(path.join(out, 'gallery.css'), css.replaceAll('@fontsource-variable/inter/files', 'fonts'))
}

/** What next/font does in the product. */
const LATIN = `@font-face { font-family: 'Inter'; font-weight: 100 900; src: url('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2') format('woff2'); unicode-range: U+0000-00FF, U+2000-206F, U+20AC, U+2212; }`

const document = (name: string, html: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>${name}</title><link rel="stylesheet" href="gallery.css"></head>
<body><div id="root">${html}</div><script type="module" src="${name}/page.js"></script></body></html>`
