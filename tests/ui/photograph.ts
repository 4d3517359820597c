import AxeBuilder from '@axe-core/playwright'
import { chromium, type Page } from '@playwright/test'
import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const THEMES = ['light', 'dark'] as const
const TYPES: Record<string, string> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' }
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

/** Pictures of each page in two sizes and two themes; answers with what axe and the console complained about. */
export async function photograph(names: readonly string[], out: string, { axe }: { axe: boolean }): Promise<string[]> {
  const { server, origin } = await serve(out)
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  const problems: string[] = []
  try {
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const theme of THEMES) {
        const context = await browser.newContext({
          viewport,
          colorScheme: theme,
          hasTouch: size === 'phone',
          isMobile: size === 'phone',
        })
        const page = await context.newPage()
        let name = ''
        page.on('pageerror', (error) => problems.push(`${name}: ${error.message}`))
        page.on('console', (message) => message.type() === 'error' && problems.push(`${name}: ${message.text()}`))
        for (name of names) {
          await page.goto(`${origin}/${name}.html`)
          await page.waitForSelector('html[data-ready]')
          await page.screenshot({ path: path.join(out, `${name}-${size}-${theme}.png`), fullPage: true })
          problems.push(...(await overflow(page, `${name} ${size}`)))
          if (axe) problems.push(...(await violations(page, `${name} ${size} ${theme}`)))
        }
        await context.close()
      }
    }
  } finally {
    await browser.close()
    server.close()
  }
  return problems
}

async function violations(page: Page, where: string): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${where}: ${id} at ${node.target.join(' ')} — ${node.failureSummary?.split('\n')[1]?.trim()}`),
  )
}

/** Nothing may scroll sideways (WCAG 1.4.10). */
async function overflow(page: Page, where: string): Promise<string[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return wider > 0 ? [`${where}: ${wider} px wider than the window`] : []
}

/** Modules and fonts need an http origin. */
async function serve(out: string): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://gallery')
    const file = path.join(out, url.pathname)
    readFile(file).then(
      (body) => response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream').end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The gallery server has no port.')
  return { server, origin: `http://127.0.0.1:${address.port}` }
}
