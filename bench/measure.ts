import { getPayload } from 'payload'
import pg from 'pg'
import config from '@payload-config'
import { env } from '@/platform/env'
import type { Sizes } from './bulk'
import { prepareFloors } from './floors'
import { makeWorld } from './world'
import { fulfil, lists, orders, rush, searches, type Bench, type Line } from './works'

/** Fills the world and runs every work in turn; says where it is, because the filling takes a while. */
export async function measure({ port, sizes, seconds }: { port: number; sizes: Sizes; seconds: number }): Promise<Line[]> {
  const payload = await getPayload({ config })
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 40 })
  say(`filling: ${sizes.variants} variants, ${sizes.dealers} dealers, ${sizes.orders} orders`)
  const world = await makeWorld(payload, pool, sizes)
  await prepareFloors(pool)
  const bench: Bench = { port, pool, world, seconds }
  const lines: Line[] = []
  for (const work of [lists, searches, rush, orders, fulfil]) {
    say(`measuring: ${work.name}`)
    lines.push(...(await work(bench)))
  }
  await pool.end()
  await payload.destroy()
  return lines.sort((one, other) => one.work.localeCompare(other.work))
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
