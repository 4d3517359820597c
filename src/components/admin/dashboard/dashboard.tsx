import { SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { ordersToConfirm, ordersToShip, countLateOrders } from '@/domain/sales/queries/today'
import { overdueInvoices } from '@/domain/finance/queries/today'
import { lowStock } from '@/domain/inventory/queries/today'
import type { Focus } from '@/domain/network'
import { businessDay } from '@/kernel/period'
import { formatDate, formatMinor } from '@/components/ui/format'
import { tabHref, tabsOf } from '@/components/admin/lists/tabs'
import { PageHead } from '@/components/admin/frame/page'
import { withFocus, type FocusWord } from '@/components/admin/nav/focus-address'
import { focusedReader, focusOf } from '@/components/admin/frame/focus'
import { workOf, type Work } from '@/components/admin/frame/work'
import { LowStockCard, OrdersCard, OverdueCard } from '@/components/admin/dashboard/waiting-cards'
import { Trends } from '@/components/admin/dashboard/trends'

/** The first page: what waits for this person today, and how the business goes. Only what the person may read is asked for. */
export async function Dashboard({ initPageResult }: Pick<AdminViewServerProps, 'initPageResult'>) {
  const everything = await workOf(initPageResult.req)
  if (!everything) return null
  const focus = await focusOf(everything.reader, initPageResult.req.query)
  const work = { ...everything, reader: focusedReader(everything.reader, focus) }
  const { reader, organization, reads, principal } = work
  const asked = await gather(work)
  const links = linksOf(work, focus && { kind: focus.isGroup ? 'group' : 'dealer', slug: focus.slug })
  return (
    <div className="tf-page">
      <SetStepNav nav={[]} />
      <PageHead title={`Hello, ${principal.name.split(' ')[0] ?? principal.name}`} sub={`${formatDate(reader.now, 'date', { ...reads, zone: organization.zone })} · ${focus ? nameOf(focus) : organization.name}`} />
      <nav className="tf-stats" aria-label="Today">
        {figuresOf(work, asked, links).map(({ label, value, note, href, tone }) => (
          <a key={label} className="tf-stat" href={href} {...(tone ? { 'data-tone': tone } : {})}>
            <span>{label}</span>
            <strong>{value}</strong>
            <span>{note}</span>
          </a>
        ))}
      </nav>
      <WaitingCards work={work} asked={asked} links={links} />
      <Trends work={work} />
    </div>
  )
}

function WaitingCards({ work, asked: { toConfirm, toShip, overdue, low }, links }: { work: Work; asked: Asked; links: Links }) {
  const cards = [
    { acts: ACTS.confirm, card: toConfirm && <OrdersCard key="confirm" title="Orders to confirm" work={work} waiting={toConfirm} href={links.confirm} empty="Every order is answered" /> },
    { acts: ACTS.ship, card: toShip && <OrdersCard key="ship" title="Orders to ship" work={work} waiting={toShip} href={links.ship} empty="Nothing waits to be shipped" /> },
    { acts: ACTS.collect, card: overdue && <OverdueCard key="overdue" work={work} overdue={overdue} href={links.overdue} /> },
    { acts: ACTS.refill, card: low && <LowStockCard key="low" work={work} low={low} href={links.low} /> },
  ]
  return <div className="tf-pairs">{ownFirst(cards, work).map(({ card }) => card)}</div>
}

/** What answers each thing that waits. */
const ACTS = { confirm: 'order.confirm', ship: 'order.ship', collect: 'payment.record', refill: 'stock.receive' } as const

// What waits for this person stands before what waits for colleagues.
function ownFirst<T extends { acts: string }>(things: readonly T[], { can }: Work): T[] {
  return [...things].sort((one, other) => Number(can(other.acts)) - Number(can(one.acts)))
}

const nameOf = ({ name, isGroup }: Focus): string => (isGroup ? `${name} and below` : name)

const listed = (slug: string, key: string, today = '') => {
  const tab = tabsOf(slug, today).find((one) => one.key === key)
  return tab ? tabHref(slug, tab) : `/admin/collections/${slug}`
}

const linksOf = ({ reader, organization, can }: Work, focus: FocusWord | null) => ({
  confirm: withFocus(listed('orders', 'confirm'), focus),
  ship: withFocus(listed('orders', 'ship'), focus),
  overdue: withFocus(listed('invoices', 'overdue', businessDay(reader.now, organization.zone)), focus),
  low: `/admin/collections/${can('reorder-rule.read') ? 'reorder-rules' : 'stock-levels'}`,
})

async function gather({ reader, organization, can }: Work) {
  const [toConfirm, toShip, late, overdue, low] = await Promise.all([
    can('order.read') ? ordersToConfirm(reader, organization) : null,
    can('order.read') ? ordersToShip(reader, organization) : null,
    can('order.read') ? countLateOrders(reader, organization) : 0,
    can('invoice.read') ? overdueInvoices(reader, organization) : null,
    can('stock.read') ? lowStock(reader, organization) : null,
  ])
  return { toConfirm, toShip, late, overdue, low }
}

interface Figure {
  /** The permission of whoever answers it. */
  acts: string
  label: string
  value: string
  note: string
  href: string
  tone?: 'danger' | 'warning' | undefined
}

type Asked = Awaited<ReturnType<typeof gather>>
type Links = ReturnType<typeof linksOf>

const count = (value: number): string => (value >= 1000 ? '1,000+' : String(value))
const alarm = (value: number, tone: 'danger' | 'warning') => (value > 0 ? tone : undefined)

function figuresOf(work: Work, asked: Asked, links: Links): Figure[] {
  return ownFirst([...salesFigures(asked, links), ...moneyFigures(work, asked, links), ...stockFigures(asked, links)], work)
}

function salesFigures({ toConfirm, toShip, late }: Asked, links: Links): Figure[] {
  if (!toConfirm || !toShip) return []
  return [
    { acts: ACTS.confirm, label: 'To confirm', value: count(toConfirm.count), note: 'submitted orders', href: links.confirm, tone: alarm(toConfirm.count, 'warning') },
    { acts: ACTS.ship, label: 'To ship', value: count(toShip.count), note: late > 0 ? `${count(late)} late` : 'none late', href: links.ship, tone: alarm(late, 'danger') },
  ]
}

function moneyFigures({ organization, reads }: Work, { overdue }: Asked, links: Links): Figure[] {
  if (!overdue) return []
  const open = formatMinor(overdue.openMinor, organization.currency, reads.locale)
  return [{ acts: ACTS.collect, label: 'Overdue invoices', value: count(overdue.count), note: open, href: links.overdue, tone: alarm(overdue.count, 'danger') }]
}

function stockFigures({ low }: Asked, links: Links): Figure[] {
  return low ? [{ acts: ACTS.refill, label: 'Low stock', value: count(low.count), note: 'below the reorder point', href: links.low, tone: alarm(low.count, 'warning') }] : []
}
