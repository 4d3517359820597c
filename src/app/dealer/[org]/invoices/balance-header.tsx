import { balanceFor } from '../_portal/balance'
import type { Portal } from '../_portal/portal'
import { formatMinor } from '@/components/ui/format'
import { Money } from '@/components/ui/money'
import { Stat, StatGrid } from '@/components/ui/stat'

/** What is open, late, paid ahead and left to spend at the seller. */
export async function BalanceHeader({ portal }: { portal: Portal }) {
  const { base, locale } = portal
  const balance = await balanceFor(portal)
  if (!balance) return null
  const { currency, openMinor, overdueMinor, overdueCount, unappliedMinor, remainingMinor, orderedMinor, termsDays } = balance
  const say = (minor: number) => <Money minor={minor} currency={currency} locale={locale} />
  return (
    <StatGrid>
      <Stat label="Open" value={say(openMinor)} hint={termsDays === null ? `to ${balance.sellerName}` : `to ${balance.sellerName}, due after ${termsDays} days`} />
      <Stat label="Overdue" href={`${base}/invoices?show=overdue`} value={<span className={overdueMinor > 0 ? 'text-danger-text' : ''}>{say(overdueMinor)}</span>} hint={overdueCount === 0 ? 'nothing is late' : `${overdueCount} ${overdueCount === 1 ? 'invoice' : 'invoices'}`} />
      <Stat label="Paid ahead" value={say(unappliedMinor)} hint="not used for an invoice yet" />
      <Stat label="Credit left" value={remainingMinor === null ? 'No limit' : say(Math.max(0, remainingMinor))} hint={`${formatMinor(orderedMinor, currency, locale)} ordered, not billed yet`} />
    </StatGrid>
  )
}
