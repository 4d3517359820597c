import lighthouse, { desktopConfig } from 'lighthouse'
import { chromium } from '@playwright/test'
import { chromiumPath } from '../scripts/lib/chromium'
import { nextFreePort } from '../scripts/lib/ports'
import { plainLine, type Line } from './line'
import { BROWSER_ARGUMENTS } from './pages'
import { buyerOf, type Bench } from './works'
import { request } from './http'

const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
const WORST_LISTED = 4

/** Lighthouse (desktop) on sign-in, catalog, product and cart: its three scores, and the audits that cost points. */
export async function lighthouses({ port, world }: Bench): Promise<Line[]> {
  const buyer = buyerOf(world, 0)
  await request(port, 'POST', '/cart/lines', { token: buyer.token, body: { sku: world.skus[0], quantity: 2 } })
  const base = `/dealer/${buyer.slug}`
  const pages = { 'sign-in': '/sign-in', catalog: `${base}/catalog`, product: `${base}/products/p101`, cart: `${base}/cart` }
  const debugging = await nextFreePort(9_300)
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...BROWSER_ARGUMENTS, `--remote-debugging-port=${debugging}`] })
  try {
    const lines: Line[] = []
    for (const [name, path] of Object.entries(pages)) {
      const headers = name === 'sign-in' ? {} : { Cookie: `tf-token=${buyer.token}` }
      lines.push(plainLine(`Lighthouse, ${name}`, await score(`http://localhost:${port}${path}`, debugging, headers), 'each above 90'))
    }
    return lines
  } finally {
    await browser.close()
  }
}

async function score(address: string, port: number, extraHeaders: Record<string, string>): Promise<string> {
  const run = await lighthouse(address, { port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES], extraHeaders }, desktopConfig)
  const report = run?.lhr
  if (!report || report.runtimeError) return `no score: ${report?.runtimeError?.message ?? 'it did not run'}`
  const scores = CATEGORIES.map((name) => `${name} ${Math.round((report.categories[name]?.score ?? 0) * 100)}`)
  const failing = CATEGORIES.flatMap((name) => report.categories[name]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => id)
  const short = failing.length > 0 ? ` (${[...new Set(failing)].slice(0, WORST_LISTED).join(', ')})` : ''
  return `${scores.join(', ')}${short}`
}
