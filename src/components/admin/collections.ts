import type { BaseFilter, CollectionConfig, Field } from 'payload'
import { chosenOrganization } from '@/platform/access/chosen'
import { principalOf } from '@/platform/access/principal'
import type { RowsKind } from '@/components/admin/fields/rows'
import { focusFilter } from '@/components/admin/frame/focus'

const AT = '/components/admin'
const TOOLS = `${AT}/lists/list-tools#ListTools`
const page = (file: string, name: string) => ({ document: { path: '/:id', exact: true, Component: `${AT}/documents/${file}#${name}` } })

/** Lists with tools above the table; documents with a page of their own instead of Payload's form. */
const TOOLED: ReadonlySet<string> = new Set(['orders', 'invoices', 'payments', 'shipments', 'dealers', 'suppliers', 'stock-levels', 'stock-moves', 'memberships', 'invitations', 'roles', 'api-keys', 'variants', 'prices', 'products'])
const PAGES: Readonly<Record<string, ReturnType<typeof page>>> = {
  orders: page('order-page', 'OrderPage'),
  invoices: page('invoice-page', 'InvoicePage'),
  payments: page('payment-page', 'PaymentPage'),
  shipments: page('shipment-page', 'ShipmentPage'),
  dealers: page('dealer-page', 'DealerPage'),
  memberships: page('member-page', 'MemberPage'),
  roles: page('role-page', 'RolePage'),
  'api-keys': page('api-key-page', 'ApiKeyPage'),
  organizations: page('organization-page', 'OrganizationPage'),
  suppliers: page('supplier-page', 'SupplierPage'),
  'stock-levels': page('stock-level-page', 'StockLevelPage'),
  'stock-moves': page('stock-move-page', 'StockMovePage'),
  allocations: page('elsewhere', 'AllocationPage'),
  invitations: page('elsewhere', 'InvitationPage'),
}
const COLUMNS: Readonly<Record<string, string[]>> = {
  orders: ['number', 'buyerName', 'branch', 'status', 'totalMinor', 'requestedOn', 'submittedAt'],
  invoices: ['number', 'kind', 'buyerName', 'branch', 'status', 'settlement', 'totalMinor', 'openMinor', 'dueOn'],
  payments: ['number', 'buyerName', 'branch', 'status', 'method', 'amountMinor', 'unappliedMinor', 'receivedOn'],
}

/**
 * Gives a collection its place in the admin: our page, the tools above its list, and cells that read amounts, prices,
 * quantities and business days as people do. What a row means stays in the collection; this only says how it looks.
 */
export function inAdmin(collection: CollectionConfig): CollectionConfig {
  const { slug, admin = {} } = collection
  const columns = COLUMNS[slug]
  return {
    ...collection,
    fields: [...collection.fields, ...timestampsOf(collection)].map((field) => withEditor(slug, withCell(field))),
    admin: {
      ...admin,
      // A money cell needs the currency of its row, also when that column is not shown.
      enableListViewSelectAPI: !collection.fields.some((field) => 'name' in field && field.name.endsWith('Minor')),
      ...(columns ? { defaultColumns: columns } : {}),
      ...(collection.fields.some((field) => 'name' in field && field.name === 'tree') ? { baseFilter: shownRows(slug) } : {}),
      components: componentsOf(collection, admin.components ?? {}),
    },
  }
}

// Payload would add these two itself, with cells that ignore how a person reads dates.
function timestampsOf({ timestamps = true, fields }: CollectionConfig): Field[] {
  if (!timestamps) return []
  const missing = ['updatedAt', 'createdAt'].filter((name) => !fields.some((field) => 'name' in field && field.name === name))
  return missing.map((name) => ({ name, type: 'date', index: true, admin: { disableBulkEdit: true, hidden: true } }))
}

// The switcher's tree and the dealer the address names; access itself stays as it is.
const shownRows = (slug: string): BaseFilter => async (args) => {
  const conditions = [await inChosenTree(args), await focusFilter(slug, args.req)].filter((one) => one !== null)
  return conditions.length === 0 ? null : { and: conditions }
}

// Who works for several headquarters sees the lists of the one chosen in the switcher; access itself stays as it is.
const inChosenTree: BaseFilter = ({ req }) => {
  const memberships = principalOf(req.user)?.memberships.filter(({ organization }) => organization.kind === 'hq') ?? []
  const chosen = chosenOrganization(req.headers)
  const meant = memberships.find(({ organization: { id, slug, code } }) => chosen !== null && [id, slug, code].includes(chosen))
  return meant && memberships.length > 1 ? { tree: { equals: meant.organization.tree } } : null
}

type Components = NonNullable<NonNullable<CollectionConfig['admin']>['components']>

function componentsOf({ slug, labels, admin }: CollectionConfig, given: Components): Components {
  const views = PAGES[slug]
  const name = typeof labels?.singular === 'string' ? labels.singular : slug
  const nameless = { ...given.edit, beforeDocumentControls: [{ path: `${AT}/frame/row-name#RowName`, clientProps: { name } }] }
  return {
    ...given,
    ...(admin?.useAsTitle ? {} : { edit: nameless }),
    ...(TOOLED.has(slug) ? { beforeListTable: [...(given.beforeListTable ?? []), TOOLS] } : {}),
    ...(views ? { views: { ...given.views, ...views } } : {}),
  }
}

function withCell(field: Field): Field {
  if (!('name' in field) || !('admin' in field || 'type' in field)) return field
  const Cell = cellOf(field)
  const label = 'label' in field && field.label ? field.label : labelOf(field.name)
  if (!Cell) return { ...field, label } as Field
  return { ...field, label, admin: { ...field.admin, components: { ...field.admin?.components, Cell } } } as Field
}

const rows = (kind: RowsKind, ...heads: string[]) => ({ path: `${AT}/fields/rows-field#RowsField`, clientProps: { kind, heads } })

/** Structured values with an editor of their own, by collection and field. */
const EDITORS: Readonly<Record<string, string | ReturnType<typeof rows>>> = {
  'products.specs': rows(['name', 'value'], 'Name', 'Value'),
  'products.optionNames': rows('list', 'Option'),
  'products.custom': `${AT}/fields/custom-field#CustomField`,
  'variants.options': rows('map', 'Option', 'Value'),
  'variants.packs': rows(['unit', 'factor'], 'Unit', 'How many stock units'),
  'variants.custom': `${AT}/fields/custom-field#CustomField`,
  'custom-fields.choices': rows('list', 'Value'),
}

const scaled = (decimals: number, help: string) => ({ path: `${AT}/fields/scaled-field#ScaledField`, clientProps: { decimals, help } })

function withEditor(slug: string, field: Field): Field {
  if (!('name' in field)) return field
  const Editor = EDITORS[`${slug}.${field.name}`] ?? editorOf(field)
  return Editor ? ({ ...field, admin: { ...field.admin, components: { ...field.admin?.components, Field: Editor } } } as Field) : field
}

// Whole parts of a price or a rate are the row's affair; people write decimals, and choose days from a calendar.
function editorOf(field: Field) {
  if (!('name' in field)) return undefined
  if (field.name.endsWith('Micro')) return scaled(6, 'In the currency of the list, per stock unit.')
  if (field.name.endsWith('Ppm')) return scaled(4, 'In percent.')
  return (field.custom as { kind?: string } | undefined)?.kind === 'day' ? `${AT}/fields/day-field#DayField` : undefined
}

const WORDS: Readonly<Record<string, string>> = { buyerName: 'Buyer', personName: 'Name', personEmail: 'E-mail', poReference: 'PO reference', sku: 'SKU', pdf: 'PDF', counterparty: 'Other party', builtIn: 'Built in' }

/** `requestedOn` is "Requested on", `openMinor` is "Open": units are the cell's affair. */
function labelOf(name: string): string {
  const words = name.replace(/(Minor|Micro|Ppm)$/, '').replace(/([A-Z])/g, ' $1').toLowerCase()
  return WORDS[name] ?? words.charAt(0).toUpperCase() + words.slice(1)
}

const BY_KIND: Readonly<Record<string, string>> = { quantity: `${AT}/cells/plain-cells#QuantityCell`, day: `${AT}/cells/plain-cells#DayCell` }
const BY_TYPE: Readonly<Record<string, string>> = { checkbox: `${AT}/cells/plain-cells#FlagCell`, date: `${AT}/cells/plain-cells#InstantCell`, relationship: `${AT}/cells/pointer-cell#PointerCell` }

function cellOf(field: Field): string | null {
  if (!('name' in field)) return null
  if (field.name.endsWith('Minor')) return `${AT}/cells/money-cell#MoneyCell`
  if (field.name.endsWith('Micro')) return `${AT}/cells/money-cell#UnitPriceCell`
  if (field.name.endsWith('Ppm')) return `${AT}/cells/plain-cells#PercentCell`
  const kind = (field.custom as { kind?: string } | undefined)?.kind ?? ''
  return BY_KIND[kind] ?? BY_TYPE[field.type] ?? null
}
