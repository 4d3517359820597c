import { mkdirSync, writeFileSync } from 'node:fs'
import { getPayload } from 'payload'
import config from '@payload-config'
import { updateDealer } from '@/domain/network'
import { poolOf } from '@/platform/db/pool'
import { env } from '@/platform/env'
import { hashPassword } from '@/platform/password'
import { perform } from '@/platform/perform'
import { fillCatalog } from './catalog'
import { foundTree } from './found-tree'
import { playYear } from './history'
import type { SignIn } from './people'
import { randomFrom } from './random'
import type { TreeSpec } from './spec'
import { northstar } from './trees/northstar'
import { verdant } from './trees/verdant'

/** Everybody of the demonstration signs in with it; docs/demo.md says so. */
export const DEMO_PASSWORD = 'Thoroughfare-2026'

/** DEMO_SIZE=small makes a tenth of the year, for browser tests. */
const SHARE = process.env.DEMO_SIZE === 'small' ? 0.1 : 1

/** Makes both trees. The same seed makes the same names, quantities and prices, dated back from today. */
export async function makeDemo(seed: number): Promise<void> {
  const payload = await getPayload({ config })
  const credentials = await hashPassword(DEMO_PASSWORD)
  const signIns: SignIn[] = []
  for (const [index, spec] of [northstar, verdant].entries()) {
    signIns.push(...(await makeTree(payload, { ...spec, orders: spec.orders * SHARE }, seed + index, credentials)))
  }
  // What happened in the past was told in the past: no mail and no notification leaves for it now.
  await poolOf(payload).query('update outbox_events set dispatched_at = now() where dispatched_at is null')
  writeSignIns(signIns)
  await payload.destroy()
}

async function makeTree(payload: Awaited<ReturnType<typeof getPayload>>, spec: TreeSpec, seed: number, credentials: Awaited<ReturnType<typeof hashPassword>>): Promise<SignIn[]> {
  const now = new Date()
  const random = randomFrom(seed)
  const { tree, signIns } = await foundTree(payload, spec, random, now, credentials)
  say(`${spec.name}: organizations and ${signIns.length} people`)
  const goods = await fillCatalog(tree, new Date(now.getTime() - 370 * 86_400_000))
  say(`${spec.name}: ${goods.length} variants with prices and stock`)
  let shown = 0
  const { refused } = await playYear(tree, goods, (done) => {
    if (done - shown < 500) return
    shown = done
    say(`${spec.name}: ${done} events of the past year`)
  })
  // D7's limit follows what it owes: it is over its credit from now on.
  const limit = { id: tree.at('dealer', 'D7'), creditLimitMinor: 1_000_00 }
  await perform(updateDealer, limit, await tree.as(`hq-finance@${spec.host}`, undefined, tree.hq))
  say(`${spec.name}: a year of orders${refused > 0 ? `, ${refused} refused for stock or credit` : ''}`)
  return signIns
}

function writeSignIns(signIns: readonly SignIn[]): void {
  const chosen = signIns.filter(({ role, organization }) => role.startsWith('hq') || role === 'super-admin' || /^D1 /.test(organization) || role === 'warehouse-manager')
  const lines = chosen.map(({ email, role, organization }) => `${email.padEnd(44)} ${role.padEnd(18)} ${organization}`)
  mkdirSync(env.DATA_DIR, { recursive: true })
  writeFileSync(`${env.DATA_DIR}/demo-sign-ins.txt`, `Everybody signs in with the password ${DEMO_PASSWORD}\n\n${lines.join('\n')}\n`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
