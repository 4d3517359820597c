import { amounts, defineExport, plain } from '@/kernel/export'

const seller = { head: 'Seller', sql: 's.name' }

export const salesExports = [
  defineExport({
    collection: 'orders',
    label: 'Orders',
    from: 'orders t join organizations s on s.id = t.organization_id left join branches b on b.id = t.branch_id',
    columns: [
      ...plain('t', { Number: 'number', Status: 'status' }),
      seller,
      { head: 'Branch', sql: 'b.name' },
      ...plain('t', {
        Buyer: 'buyer_name',
        Reference: 'po_reference',
        'Requested on': 'requested_on',
        'Submitted at': 'submitted_at',
        Currency: 'currency',
      }),
      ...amounts({ Subtotal: 'subtotal', Discount: 'discount', Tax: 'tax', Total: 'total' }),
      { head: 'Internal note', sql: 't.internal_note', kind: 'owner' },
    ],
    filters: { status: 't.status', day: 't.submitted_at', words: ['t.number', 't.po_reference', 't.buyer_name'] },
    currency: 't.currency',
  }),
  defineExport({
    collection: 'order-lines',
    label: 'Order lines',
    from: 'order_lines t join orders o on o.id = t.order_id',
    columns: [
      ...plain('o', { Order: 'number', Status: 'status', Buyer: 'buyer_name' }),
      ...plain('t', { Line: 'line_no', SKU: 'sku', Name: 'name', Quantity: 'order_quantity', Unit: 'unit' }),
      ...plain('t', {
        'Stock quantity': 'quantity',
        'Stock unit': 'stock_unit',
        Shipped: 'shipped',
        Cancelled: 'cancelled',
      }),
      { head: 'Unit price', sql: 'trim_scale(t.unit_price_micro / 1000000)' },
      { head: 'Currency', sql: 'o.currency' },
      ...amounts({ Net: 'net', Tax: 'tax', Gross: 'gross' }),
    ],
    filters: { status: 'o.status', day: 'o.submitted_at', words: ['o.number', 't.sku', 't.name'] },
    currency: 'o.currency',
  }),
  defineExport({
    collection: 'shipments',
    label: 'Shipments',
    from: 'shipments t join orders o on o.id = t.order_id join warehouses w on w.id = t.warehouse_id',
    columns: [
      ...plain('t', { Number: 'number', Status: 'status' }),
      ...plain('o', { Order: 'number', Buyer: 'buyer_name' }),
      { head: 'Warehouse', sql: 'w.code' },
      ...plain('t', {
        Carrier: 'carrier',
        'Tracking number': 'tracking_number',
        'Dispatched at': 'dispatched_at',
        'Delivered at': 'delivered_at',
      }),
    ],
    filters: { status: 't.status', day: 't.dispatched_at', words: ['t.number', 't.tracking_number', 'o.number'] },
  }),
]
