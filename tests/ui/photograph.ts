import AxeBuilder from '@axe-core/playwright'
import { chromium, type Page } from '@playwright/test'
import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { SCENES, type Scene } from './scenes'

const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const SIZE_NAMES = ['wide', 'phone'] as const
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

interface Studio {
  origin: string
  out: string
  axe: boolean
  problems: string[]
}

/** Pictures of each page in two sizes and two themes, then of each scene; answers with what axe, scenes and console complained about. */
export async function photograph(names: readonly string[], out: string, { axe }: { axe: boolean }): Promise<string[]> {
  const { server, origin } = await serve(out)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: FLAGS,
  })
  const studio: Studio = { origin, out, axe, problems: [] }
  try {
    for (const size of SIZE_NAMES) {
      for (const theme of THEMES) {
        const context = await browser.newContext({
          viewport: SIZES[size],
          colorScheme: theme,
          hasTouch: size === 'phone',
          isMobile: size === 'phone',
        })
        const page = await context.newPage()
        for (const name of names) await takePage(studio, page, name, `${size}-${theme}`)
        const scenes = SCENES.filter((scene) => scene.size === size && names.includes(scene.page))
        for (const scene of scenes) await takeScene(studio, page, scene, `${size}-${theme}`)
        await context.close()
      }
    }
  } finally {
    await browser.close()
    server.close()
  }
  return studio.problems
}

async function takePage(studio: Studio, page: Page, name: string, look: string): Promise<void> {
  await open(studio, page, name)
  await page.screenshot({ path: path.join(studio.out, `${name}-${look}.png`), fullPage: true })
  studio.problems.push(...(await overflow(page, `${name} ${look}`)))
  if (studio.axe) studio.problems.push(...(await violations(page, `${name} ${look}`)))
  if (look !== 'phone-light') return
  await page.setViewportSize({ width: 320, height: 640 })
  studio.problems.push(...(await overflow(page, `${name} at 320 px`)))
  await page.setViewportSize(SIZES.phone)
}

async function takeScene(studio: Studio, page: Page, scene: Scene, look: string): Promise<void> {
  const where = `${scene.page}/${scene.name} ${look}`
  await open(studio, page, scene.page)
  try {
    await scene.act(page)
    await page.waitForTimeout(350)
    await page.screenshot({ path: path.join(studio.out, `${scene.page}-${scene.name}-${look}.png`) })
    if (studio.axe) studio.problems.push(...(await violations(page, where)))
  } catch (error) {
    studio.problems.push(`${where}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function open({ origin, problems }: Studio, page: Page, name: string): Promise<void> {
  page.removeAllListeners()
  page.on('pageerror', (error) => problems.push(`${name}: ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && problems.push(`${name}: ${message.text()}`))
  await page.goto(`${origin}/${name}.html`)
  await page.waitForSelector('html[data-ready]')
  await page.waitForLoadState('networkidle')
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
