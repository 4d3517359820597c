/** The forms that make something new, by the key their button and component are known under. */
export type NewKey = 'order' | 'dealer' | 'supplier' | 'payment' | 'adjust-stock' | 'receive-stock' | 'invite'

/** Which of them stand above which list, and the permission they need. */
export const LIST_ACTIONS: Readonly<Record<string, readonly { key: NewKey; needs: string }[]>> = {
  orders: [{ key: 'order', needs: 'order.create' }],
  dealers: [{ key: 'dealer', needs: 'dealer.create' }],
  suppliers: [{ key: 'supplier', needs: 'supplier.create' }],
  payments: [{ key: 'payment', needs: 'payment.record' }],
  invoices: [{ key: 'payment', needs: 'payment.record' }],
  'stock-levels': [{ key: 'adjust-stock', needs: 'stock.adjust' }, { key: 'receive-stock', needs: 'stock.receive' }],
  'stock-moves': [{ key: 'adjust-stock', needs: 'stock.adjust' }, { key: 'receive-stock', needs: 'stock.receive' }],
  memberships: [{ key: 'invite', needs: 'member.invite' }],
  invitations: [{ key: 'invite', needs: 'member.invite' }],
}

/** Lists that can be exported, by slug, with the name the export knows them under. */
export const EXPORTED: Readonly<Record<string, string>> = {
  orders: 'orders',
  shipments: 'shipments',
  invoices: 'invoices',
  payments: 'payments',
  dealers: 'dealers',
  variants: 'variants',
  prices: 'prices',
  'stock-levels': 'stock-levels',
  'stock-moves': 'stock-moves',
}

/** Lists whose rows only operations change: selecting many of them leads nowhere. */
export const OPERATED: ReadonlySet<string> = new Set(['orders', 'invoices', 'payments', 'shipments', 'dealers', 'suppliers', 'organizations', 'allocations', 'stock-levels', 'stock-moves', 'memberships', 'invitations', 'roles', 'api-keys'])
