import { chromium, type BrowserContext } from '@playwright/test'
import type { Pool } from 'pg'
import { chromiumPath } from '../scripts/lib/chromium'
import { onceFloor } from './floors'
import { plainLine, type Line } from './line'
import { buyerOf, type Bench } from './works'

export const BROWSER_ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

const TIMES = 5

interface Seen {
  firstByte: number
  largestPaint: number
  scriptKb: number
}

/** The product page and the order page in a browser that has seen nothing: first byte, largest paint, script received. */
export async function pages(bench: Bench): Promise<Line[]> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: BROWSER_ARGUMENTS })
  const buyer = buyerOf(bench.world, 0)
  const { rows } = await bench.pool.query<{ id: string }>('select id from orders where counterparty_id = $1 order by id desc limit 1', [buyer.party])
  const order = rows[0]?.id ?? ''
  const asked = { 'product page': [`/dealer/${buyer.slug}/products/p101`, productSql(bench)], 'order page': [`/dealer/${buyer.slug}/orders/${order}`, orderSql(bench.pool, order)] } as const
  const lines: Line[] = []
  try {
    for (const [name, [path, sql]] of Object.entries(asked)) {
      const seen: Seen[] = []
      // The first view warms the server up and does not count.
      for (let n = 0; n <= TIMES; n += 1) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
        await signIn(context, bench.port, buyer.token)
        const one = await view(context, `http://localhost:${bench.port}${path}`)
        if (n > 0) seen.push(one)
        await context.close()
      }
      lines.push(pageLine(name, seen, await sql))
    }
  } finally {
    await browser.close()
  }
  return lines
}

/** Gives a browser the session of a token, as signing in would. */
export async function signIn(context: BrowserContext, port: number, token: string): Promise<void> {
  await context.addCookies([{ name: 'tf-token', value: token, url: `http://localhost:${port}`, httpOnly: true, sameSite: 'Lax' }])
}

function pageLine(name: string, seen: readonly Seen[], sqlMs: number): Line {
  const of = (pick: (one: Seen) => number) => seen.map(pick).sort((one, other) => one - other)[Math.floor(seen.length / 2)] ?? 0
  const [firstByte, largestPaint, scriptKb] = [of((one) => one.firstByte), of((one) => one.largestPaint), of((one) => one.scriptKb)]
  const ours = `first byte ${firstByte.toFixed(0)} ms, largest paint ${(largestPaint / 1000).toFixed(2)} s, script ${scriptKb.toFixed(0)} KB`
  return { work: `Chromium, ${name}`, ours, floor: `${sqlMs.toFixed(1)} ms for its rows`, ratio: `${(firstByte / sqlMs).toFixed(0)} × as long`, target: '100 ms, 1.0 s, 170 KB' }
}

async function view(context: BrowserContext, address: string): Promise<Seen> {
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  const scripts = new Set<string>()
  let bytes = 0
  network.on('Network.responseReceived', ({ requestId, type }) => void (type === 'Script' && scripts.add(requestId)))
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  const answer = await page.goto(address, { waitUntil: 'load' })
  if (answer?.status() !== 200 || new URL(page.url()).pathname !== new URL(address).pathname) throw new Error(`${address} answered ${answer?.status() ?? 'nothing'} at ${page.url()}.`)
  await page.waitForTimeout(500)
  const timing = await page.evaluate(async () => {
    const largest = await new Promise<number>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({ type: 'largest-contentful-paint', buffered: true })
      setTimeout(() => resolve(0), 2_000)
    })
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return { largest, firstByte: navigation ? navigation.responseStart - navigation.requestStart : 0 }
  })
  return { firstByte: timing.firstByte, largestPaint: timing.largest, scriptKb: bytes / 1024 }
}

const PRODUCT = `select p.*, (select json_agg(v) from variants v where v.product_id = p.id) as variants,
  (select json_agg(x) from prices x join variants v on v.id = x.variant_id where v.product_id = p.id) as prices,
  (select json_agg(l) from stock_levels l join variants v on v.id = l.variant_id where v.product_id = p.id) as levels
from products p where p.organization_id = $1 and p.slug = 'p101'`

function productSql({ pool, world }: Bench): Promise<number> {
  return onceFloor(pool, PRODUCT, [world.hq])
}

const ORDER = `select o.*, (select json_agg(l order by l.line_no) from order_lines l where l.order_id = o.id) as lines,
  (select json_agg(s) from shipments s where s.order_id = o.id) as shipments from orders o where o.id = $1`

function orderSql(pool: Pool, order: string): Promise<number> {
  return onceFloor(pool, ORDER, [order])
}

/** Start-up and memory of the web process, as rows. */
export function processLines({ startMs, memoryMb }: { startMs: number; memoryMb: number }): Line[] {
  return [plainLine('start of the web process until it answers', `${(startMs / 1000).toFixed(1)} s`, '2 s'), plainLine('memory of the web process after all of it', `${memoryMb} MB`, '500 MB')]
}
