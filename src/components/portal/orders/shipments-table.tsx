import { ConfirmReceipt } from '@/components/portal/orders/confirm-receipt'
import { ShipmentState } from '@/components/portal/parts/states'
import { DateText } from '@/components/ui/money'
import { Table, type Column } from '@/components/ui/table'
import type { ShipmentListed } from '@/domain/sales'

export interface ShipmentsTableProps {
  shipments: readonly ShipmentListed[]
  base: string
  organization: string
  locale: string
  zone: string
  canReceive: boolean
}

/** Shipments, each row leading to its order. */
export function ShipmentsTable({ shipments, base, organization, locale, zone, canReceive }: ShipmentsTableProps) {
  const none = <span className="text-subtle">–</span>
  const columns: Column<ShipmentListed>[] = [
    { key: 'number', header: 'Shipment', lead: true, cell: (row) => row.number },
    { key: 'status', header: 'Status', cell: (row) => <ShipmentState status={row.status} /> },
    { key: 'order', header: 'Order', cell: (row) => row.orderNumber ?? none },
    { key: 'left', header: 'Left', cell: (row) => (row.dispatchedAt ? <DateText at={row.dispatchedAt} locale={locale} zone={zone} /> : none) },
    { key: 'from', header: 'From', className: 'max-sm:hidden', cell: (row) => row.warehouseName },
    { key: 'tracking', header: 'Tracking', cell: (row) => [row.carrier, row.trackingNumber].filter(Boolean).join(' ') || none },
    {
      key: 'receipt',
      header: 'Received',
      align: 'end',
      cell: (row) => {
        if (row.deliveredAt) return <DateText at={row.deliveredAt} locale={locale} zone={zone} />
        return canReceive && row.status === 'dispatched' ? <ConfirmReceipt organization={organization} shipment={row.id} number={row.number} size="sm" /> : none
      },
    },
  ]
  return <Table caption="Shipments" columns={columns} rows={shipments} rowKey={(row) => row.id} rowHref={(row) => `${base}/orders/${row.order}`} />
}
