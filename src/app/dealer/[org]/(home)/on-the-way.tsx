import Link from 'next/link'
import type { Portal } from '../_portal/portal'
import { ConfirmReceipt } from '@/components/portal/orders/confirm-receipt'
import { Card } from '@/components/ui/card'
import { DateText } from '@/components/ui/money'
import { listShipments } from '@/domain/sales'

const FIRST = 4

/** Shipments that have left and nobody has confirmed yet. */
export async function OnTheWay({ portal }: { portal: Portal }) {
  const { reader, organization, base, locale, zone, can } = portal
  const { rows } = await listShipments(reader, { organization: organization.id, status: 'dispatched', limit: FIRST })
  if (rows.length === 0) return null
  return (
    <Card title="On the way" flush>
      <ul className="list-rows">
        {rows.map(({ id, number, order, orderNumber, carrier, dispatchedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <div className="min-w-0">
              <Link href={`${base}/orders/${order}`} className="link font-medium">
                {number}
              </Link>
              <p className="text-sm text-muted">
                {[`Order ${orderNumber ?? ''}`, carrier].filter(Boolean).join(' · ')}
                {dispatchedAt ? (
                  <>
                    {' · left '}
                    <DateText at={dispatchedAt} locale={locale} zone={zone} />
                  </>
                ) : null}
              </p>
            </div>
            {can('shipment.receive') ? <ConfirmReceipt organization={organization.slug} shipment={id} number={number} size="sm" /> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
