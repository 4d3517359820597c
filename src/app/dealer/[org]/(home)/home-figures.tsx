import { balanceFor } from '../_portal/balance'
import type { Portal } from '../_portal/portal'
import { formatMinor } from '@/components/ui/format'
import { Money } from '@/components/ui/money'
import { Stat, StatGrid } from '@/components/ui/stat'
import type { Market } from '@/domain/catalog'
import type { Balance } from '@/domain/finance'
import { comingFor, type Coming } from '@/domain/sales'

/** What is open, owed and left to spend, each leading to its page. */
export async function HomeFigures({ portal, market }: { portal: Portal; market: Market }) {
  const { reader, can, base, locale } = portal
  const { buyer, currency } = market
  const [coming, balance] = await Promise.all([
    can('order.read') ? comingFor(reader, { buyer, currency }) : null,
    can('invoice.read') ? balanceFor(portal) : null,
  ])
  if (!coming && !balance) return null
  return (
    <StatGrid>
      {coming ? <ComingStats coming={coming} currency={currency} portal={portal} /> : null}
      {balance ? <BalanceStats balance={balance} base={base} locale={locale} /> : null}
    </StatGrid>
  )
}

function ComingStats({ coming, currency, portal: { base, locale, can } }: { coming: Coming; currency: string; portal: Portal }) {
  const { openOrders, openMinor, shipmentsOnTheWay } = coming
  return (
    <>
      <Stat
        label="Open orders"
        href={`${base}/orders?show=open`}
        value={openOrders.toLocaleString(locale)}
        hint={openOrders > 0 ? `worth ${formatMinor(openMinor, currency, locale)}` : 'nothing is waiting'}
      />
      {can('shipment.read') ? <Stat label="On the way" href={`${base}/shipments`} value={shipmentsOnTheWay.toLocaleString(locale)} hint={shipmentsOnTheWay === 1 ? 'shipment' : 'shipments'} /> : null}
    </>
  )
}

function BalanceStats({ balance, base, locale }: { balance: Balance; base: string; locale: string }) {
  const { currency, openMinor, overdueMinor, overdueCount, remainingMinor } = balance
  const say = (minor: number) => formatMinor(minor, currency, locale)
  return (
    <>
      <Stat
        label="To be paid"
        href={`${base}/invoices?show=open`}
        value={<Money minor={openMinor} currency={currency} locale={locale} />}
        hint={overdueMinor > 0 ? <span className="font-medium text-danger-text">{`${say(overdueMinor)} overdue in ${overdueCount} ${overdueCount === 1 ? 'invoice' : 'invoices'}`}</span> : 'nothing is overdue'}
      />
      <Stat label="Credit left" href={`${base}/invoices`} value={remainingMinor === null ? 'No limit' : <Money minor={Math.max(0, remainingMinor)} currency={currency} locale={locale} />} hint={<CreditHint balance={balance} say={say} />} />
    </>
  )
}

function CreditHint({ balance: { remainingMinor, limitMinor }, say }: { balance: Balance; say: (minor: number) => string }) {
  if (remainingMinor === null) return 'you can order on account'
  if (remainingMinor < 0) return <span className="font-medium text-danger-text">{`${say(-remainingMinor)} over your limit`}</span>
  return typeof limitMinor === 'number' ? `of ${say(limitMinor)}` : 'for further orders'
}
