import { getPayload } from 'payload'
import pg from 'pg'
import config from '@payload-config'
import { env } from '@/platform/env'
import type { Sizes } from './bulk'
import { prepareFloors } from './floors'
import { imports } from './import'
import { lighthouses } from './lighthouse'
import type { Line } from './line'
import { pages } from './pages'
import { makeWorld } from './world'
import { fulfil, lists, orders, rush, searches, type Bench } from './works'

const FEW = { variants: 5_000, dealers: 200, orders: 1_000 }

export interface Plan {
  port: number
  sizes: Sizes
  seconds: number
  /** names of parts; empty: all */
  only: readonly string[]
  /** an export to import; null: one is generated */
  folder: string | null
  importRows: number
  dataDir: string
  importEnv: NodeJS.ProcessEnv
}

/** Fills the world and runs every work in turn; says where it is, because the filling takes a while. */
export async function measure({ port, sizes, seconds, only, ...rest }: Plan): Promise<Line[]> {
  const payload = await getPayload({ config })
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 40 })
  say(`filling: ${sizes.variants} variants, ${sizes.dealers} dealers, ${sizes.orders} orders`)
  const world = await makeWorld(payload, pool, sizes, { code: 'BENCH', measured: 32 })
  const few = await makeWorld(payload, pool, FEW, { code: 'FEW', measured: 16 })
  await prepareFloors(pool)
  const bench: Bench = { port, pool, world, few, seconds }
  const works: Record<string, () => Promise<Line[]>> = {
    pages: () => pages(bench),
    lighthouse: () => lighthouses(bench),
    lists: () => lists(bench),
    searches: () => searches(bench),
    rush: () => rush(bench),
    orders: () => orders(bench),
    fulfil: () => fulfil(bench),
    import: () => imports({ ...rest, wantedRows: rest.importRows, env: rest.importEnv, pool }),
  }
  const lines: Line[] = []
  for (const [name, work] of Object.entries(works)) {
    if (only.length > 0 && !only.includes(name)) continue
    say(`measuring: ${name}`)
    const found = await work()
    for (const line of found) say(`  ${line.work}: ${line.ours}${line.floor ? ` (SQL ${line.floor})` : ''}`)
    lines.push(...found)
  }
  await pool.end()
  await payload.destroy()
  return lines.sort((one, other) => rank(one) - rank(other))
}

const ORDER = ['W1', 'W2', 'W3', 'W4', 'W5', 'Chromium', 'Lighthouse', 'import']

function rank({ work }: Line): number {
  return ORDER.findIndex((prefix) => work.startsWith(prefix))
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
