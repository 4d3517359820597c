import { recordPayment } from '@/domain/finance'
import { billShipment, cancelOrder, confirmOrder, confirmReceipt, placeOrder, shipOrder } from '@/domain/sales'
import { addDays, businessDay, dayStart } from '@/kernel/period'
import { refusalOf } from '@/platform/http/refusal'
import { poolOf } from '@/platform/db/pool'
import { perform } from '@/platform/perform'
import { branchBuyer } from './branch-people'
import type { Goods } from './catalog'
import { timeline, type Timeline } from './timeline'
import type { DealerSpec } from './spec'
import type { Tree } from './tools'

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Story {
  tree: Tree
  goods: readonly Goods[]
  time: Timeline
  /** Orders that stock or credit refused, as in life. */
  refused: number
}

/** A year of orders with seasons: placed, confirmed, shipped (some in parts), billed and mostly paid, in order of time. */
export async function playYear(
  tree: Tree,
  goods: readonly Goods[],
  onProgress: (done: number) => void,
): Promise<{ refused: number }> {
  const story: Story = { tree, goods, time: timeline(), refused: 0 }
  const today = businessDay(tree.now, tree.spec.zone)
  for (let back = 365; back >= 0; back -= 1) planDay(story, addDays(today, -back))
  planWork(story)
  await story.time.play(tree.now, onProgress)
  return { refused: story.refused }
}

function planDay(story: Story, day: string): void {
  const { spec, random } = story.tree
  const month = Number(day.slice(5, 7)) - 1
  const expected = (spec.orders * (spec.season[month] ?? 0)) / 30.4
  const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0)
  for (let index = 0; index < count; index += 1) {
    const at = new Date(dayStart(day, spec.zone).getTime() + 8 * HOUR + random.between(0, 9 * 60) * 60_000)
    const dealer = weighted(story)
    story.time.add(at, () => order(story, dealer, at))
  }
}

// However small the year is, the first page shows work: orders to confirm, one that is late, invoices past their day.
function planWork(story: Story): void {
  const { tree, time } = story
  const ago = (hours: number) => new Date(tree.now.getTime() - hours * HOUR)
  const plan = (code: string, hours: number, buyer?: Buyer) => {
    const dealer = tree.spec.dealers.find((one) => one.code === code)
    if (dealer) time.add(ago(hours), () => order(story, dealer, ago(hours), buyer))
  }
  for (const days of [85, 50]) plan('D7', days * 24)
  plan('D5', 20 * 24)
  plan('D2', 6)
  plan('D3', 4)
  plan('D1', 2, { email: branchBuyer(tree), address: 'D1-EAST' })
}

type Buyer = { email: string; address: string }

async function order(story: Story, dealer: DealerSpec, at: Date, by?: Buyer): Promise<void> {
  const { tree } = story
  const { random, spec } = tree
  const buyer = await tree.as(
    by?.email ?? `dealer-user@${dealer.code.toLowerCase()}.${spec.host}`,
    at,
    tree.at('party', dealer.code),
  )
  const day = businessDay(at, spec.zone)
  const input = {
    lines: pickLines(story),
    shipTo: tree.at('address', by?.address ?? dealer.code),
    poReference: `PO-${random.between(10_000, 99_999)}`,
    requestedOn: addDays(day, random.between(4, 12)),
  }
  try {
    const placed = await perform(placeOrder, input, buyer)
    follow(story, dealer, placed.id, at)
  } catch (error) {
    if (!refusalOf(error)) throw error
    story.refused += 1
  }
}

function follow(story: Story, dealer: DealerSpec, id: string, placedAt: Date): void {
  const { tree, time } = story
  const { random, spec } = tree
  const sales = `hq-sales@${spec.host}`
  // The last day's orders are left for whoever opens the demonstration: something waits to be confirmed.
  const confirmedAt = new Date(placedAt.getTime() + random.between(2, 20) * HOUR)
  const age = tree.now.getTime() - placedAt.getTime()
  if (age < DAY) return
  if (random.chance(0.03)) {
    time.add(
      confirmedAt,
      async () =>
        void (await perform(
          cancelOrder,
          { id, reason: 'Ordered twice by mistake' },
          await tree.as(sales, confirmedAt, tree.hq),
        )),
    )
    return
  }
  time.add(confirmedAt, async () => {
    await perform(confirmOrder, { id }, await tree.as(sales, confirmedAt, tree.hq))
    const shippedAt = new Date(confirmedAt.getTime() + random.between(20, 96) * HOUR)
    // D5 waits: its newest orders are confirmed and late, as a picture of what must not happen.
    const isLate = dealer.code === 'D5' && age < 30 * DAY && age > 13 * DAY
    if (!isLate) time.add(shippedAt, () => ship(story, dealer, id, shippedAt))
  })
}

async function ship(story: Story, dealer: DealerSpec, id: string, at: Date): Promise<void> {
  const { tree, time } = story
  const { rows } = await poolOf(tree.payload).query<{ id: string; open: string }>(
    'select id, (quantity - shipped - cancelled)::text as open from order_lines where order_id = $1 and quantity > shipped + cancelled order by line_no',
    [id],
  )
  if (rows.length === 0) return
  const isPart = rows.length > 2 && tree.random.chance(0.3)
  const lines = (isPart ? rows.slice(0, Math.ceil(rows.length / 2)) : rows).map((row) => ({
    line: row.id,
    quantity: row.open,
  }))
  const from = tree.random.chance(0.75) ? tree.spec.branches[0] : tree.spec.branches[1]
  const input = {
    id,
    warehouse: tree.at('warehouse', from?.code ?? ''),
    lines,
    carrier: 'Roadrunner Freight',
    trackingNumber: `RR${tree.random.between(10_000_000, 99_999_999)}`,
  }
  const shipment = await tryShip(story, input, at)
  if (!shipment) return
  await perform(billShipment, { id: shipment, automatic: true }, await tree.asSystem(at))
  const arrivesAt = new Date(at.getTime() + tree.random.between(30, 100) * HOUR)
  time.add(arrivesAt, async () => {
    const receiver = await tree.as(
      `dealer-admin@${dealer.code.toLowerCase()}.${tree.spec.host}`,
      arrivesAt,
      tree.at('party', dealer.code),
    )
    await perform(confirmReceipt, { id: shipment }, receiver)
  })
  planPayment(story, dealer, shipment, at)
  const restAt = new Date(at.getTime() + tree.random.between(24, 90) * HOUR)
  if (isPart) time.add(restAt, () => ship(story, dealer, id, restAt))
}

// What the chosen warehouse has not, the other one may have.
async function tryShip({ tree }: Story, input: { id: string; warehouse: string }, at: Date): Promise<string | null> {
  const caller = await tree.as(`warehouse-manager@${tree.spec.host}`, at, tree.hq)
  for (const warehouse of [input.warehouse, ...tree.spec.branches.map(({ code }) => tree.at('warehouse', code))]) {
    try {
      return (await perform(shipOrder, { ...input, warehouse }, caller)).id
    } catch (error) {
      if (!refusalOf(error)) throw error
    }
  }
  return null
}

function planPayment(story: Story, dealer: DealerSpec, shipment: string, shippedAt: Date): void {
  const { tree, time } = story
  const { random } = tree
  // D7 stopped paying three months ago and is over its credit now; one payment in eight comes late.
  if (dealer.code === 'D7' && tree.now.getTime() - shippedAt.getTime() < 95 * DAY) return
  const isLate = random.chance(0.12)
  const days = isLate
    ? dealer.termsDays + random.between(3, 25)
    : random.between(Math.max(1, dealer.termsDays - 12), dealer.termsDays)
  const at = new Date(shippedAt.getTime() + days * DAY + random.between(0, 6) * HOUR)
  // One in twenty-five pays in two halves.
  const isHalf = random.chance(0.04)
  for (const [share, when] of isHalf
    ? [[0.5, at] as const, [1, new Date(at.getTime() + 20 * DAY)] as const]
    : [[1, at] as const]) {
    time.add(when, () => pay(story, dealer, { shipment, at: when, share }))
  }
}

async function pay(
  { tree }: Story,
  dealer: DealerSpec,
  { shipment, at, share }: { shipment: string; at: Date; share: number },
): Promise<void> {
  const { spec } = tree
  const { rows } = await poolOf(tree.payload).query<{ id: string; open: number; number: string }>(
    `select id, open_minor::float8 as open, number from invoices where shipment_id = $1 and status = 'posted' and open_minor > 0`,
    [shipment],
  )
  const invoice = rows[0]
  if (!invoice) return
  const amountMinor = Math.max(1, Math.round(invoice.open * share))
  const input = {
    buyer: tree.at('party', dealer.code),
    amountMinor,
    reference: `Transfer for ${invoice.number}`,
    receivedOn: businessDay(at, spec.zone),
    allocate: [{ invoice: invoice.id, amountMinor }],
  }
  await perform(recordPayment, input, await tree.as(`hq-finance@${spec.host}`, at, tree.hq))
}

function pickLines({ tree, goods }: Story): { variant: string; quantity: string; unit: string }[] {
  const { random, spec } = tree
  const [least, most] = spec.typicalQuantity
  const chosen = new Map<string, Goods>()
  for (let index = random.between(1, 6); index > 0; index -= 1) {
    const one = random.pick(goods)
    if (one.price < 20_000 || random.chance(0.12)) chosen.set(one.id, one)
  }
  if (chosen.size === 0) chosen.set('demo', goods[goods.length - 1 - random.between(0, 49)] ?? random.pick(goods))
  return [...chosen.values()].map((one) => {
    const wished = one.price > 20_000 ? 1 : random.between(least, most)
    const quantity = one.minimum + Math.ceil(Math.max(0, wished - one.minimum) / one.step) * one.step
    return { variant: one.id, quantity: String(quantity), unit: one.unit }
  })
}

function weighted({ tree }: Story): DealerSpec {
  const { dealers } = tree.spec
  let left = tree.random.next() * dealers.reduce((sum, dealer) => sum + dealer.weight, 0)
  for (const dealer of dealers) {
    left -= dealer.weight
    if (left < 0) return dealer
  }
  return tree.random.pick(dealers)
}
