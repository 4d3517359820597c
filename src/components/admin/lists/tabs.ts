/** A ready-made filter of a list: field, operator and value as Payload's list view understands them in its address. */
export interface ListTab {
  key: string
  label: string
  where: readonly (readonly [field: string, operator: string, value: string | readonly string[]])[]
}

const all: ListTab = { key: 'all', label: 'All', where: [] }
const states = (key: string, label: string, ...values: string[]): ListTab => ({ key, label, where: [['status', 'in', values]] })

/** The tabs above a list, by collection. `today` is the business day of the organization. */
export function tabsOf(slug: string, today: string): readonly ListTab[] {
  switch (slug) {
    case 'orders':
      return [
        all,
        states('confirm', 'To confirm', 'submitted'),
        states('ship', 'To ship', 'confirmed', 'processing', 'partially-shipped'),
        states('done', 'Shipped', 'shipped', 'delivered', 'closed'),
        states('draft', 'Drafts', 'draft'),
        states('cancelled', 'Cancelled', 'cancelled'),
      ]
    case 'invoices':
      return [
        all,
        { key: 'open', label: 'Open', where: [['status', 'in', ['posted']], ['openMinor', 'greater_than', '0']] },
        { key: 'overdue', label: 'Overdue', where: [['status', 'in', ['posted']], ['openMinor', 'greater_than', '0'], ['dueOn', 'less_than', today]] },
        { key: 'paid', label: 'Paid', where: [['settlement', 'in', ['paid']]] },
        states('draft', 'Drafts', 'draft'),
        { key: 'credit', label: 'Credit notes', where: [['kind', 'in', ['credit-note']]] },
      ]
    case 'shipments':
      return [all, states('way', 'On the way', 'dispatched'), states('arrived', 'Delivered', 'delivered')]
    case 'payments':
      return [all, states('pending', 'Pending', 'pending'), { key: 'credit', label: 'With credit left', where: [['status', 'in', ['cleared']], ['unappliedMinor', 'greater_than', '0']] }, states('reversed', 'Reversed', 'reversed')]
    case 'dealers':
      return [all, states('active', 'Active', 'active'), states('pending', 'Pending', 'pending'), states('suspended', 'Suspended', 'suspended')]
    case 'memberships':
      return [all, states('active', 'Active', 'active'), states('invited', 'Invited', 'invited'), states('suspended', 'Suspended', 'suspended')]
    case 'roles':
      return [all, { key: 'own', label: 'Own roles', where: [['builtIn', 'equals', 'false']] }, { key: 'built-in', label: 'Built in', where: [['builtIn', 'equals', 'true']] }]
    case 'api-keys':
      return [all, states('active', 'Active', 'active'), states('suspended', 'Suspended', 'suspended'), states('revoked', 'Revoked', 'revoked')]
    default:
      return []
  }
}

/** The address of a list with a tab's filter. */
export function tabHref(slug: string, { where }: ListTab): string {
  const query = new URLSearchParams()
  where.forEach(([field, operator, value], index) => {
    const at = `where[or][0][and][${index}][${field}][${operator}]`
    if (typeof value === 'string') query.set(at, value)
    else value.forEach((one, place) => query.set(`${at}[${place}]`, one))
  })
  const text = query.toString()
  return `/admin/collections/${slug}${text === '' ? '' : `?${text}`}`
}

/** The tab an address shows, if it shows exactly one of them. */
export function currentTab(slug: string, tabs: readonly ListTab[], search: string): ListTab | undefined {
  const conditions = (text: string) => [...new URLSearchParams(text)].filter(([key]) => key.startsWith('where')).map(([key, value]) => `${key}=${value}`).sort().join('&')
  const here = conditions(search)
  return tabs.find((tab) => conditions(tabHref(slug, tab).split('?')[1] ?? '') === here)
}
