import { amounts, defineExport, plain } from '@/kernel/export'

export const financeExports = [
  defineExport({
    collection: 'invoices',
    label: 'Invoices',
    from: 'invoices t join organizations s on s.id = t.organization_id',
    columns: [
      ...plain('t', { Number: 'number', Kind: 'kind', Status: 'status', Settlement: 'settlement' }),
      { head: 'Seller', sql: 's.name' },
      ...plain('t', {
        Buyer: 'buyer_name',
        Order: 'order_number',
        Reference: 'po_reference',
        Date: 'invoiced_on',
        Due: 'due_on',
        Currency: 'currency',
      }),
      ...amounts({ Subtotal: 'subtotal', Discount: 'discount', Tax: 'tax', Total: 'total', Open: 'open' }),
      { head: 'Internal note', sql: 't.internal_note', kind: 'owner' },
    ],
    filters: {
      status: 't.status',
      day: 't.posted_at',
      words: ['t.number', 't.order_number', 't.po_reference', 't.buyer_name'],
    },
    currency: 't.currency',
  }),
  defineExport({
    collection: 'payments',
    label: 'Payments',
    from: 'payments t',
    columns: [
      ...plain('t', {
        Number: 'number',
        Status: 'status',
        Method: 'method',
        Dealer: 'buyer_name',
        'Received on': 'received_on',
        Reference: 'reference',
        Currency: 'currency',
      }),
      ...amounts({ Amount: 'amount', Unapplied: 'unapplied' }),
      { head: 'Internal note', sql: 't.internal_note', kind: 'owner' },
    ],
    filters: { status: 't.status', day: 't.cleared_at', words: ['t.number', 't.reference', 't.buyer_name'] },
    currency: 't.currency',
  }),
]
