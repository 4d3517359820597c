import { defineImport, type ImportDefinition, type ImportField } from '@/kernel/import'

const field = (name: string, label: string, example: string, more: Partial<ImportField> = {}): ImportField => ({ name, label, example, ...more })
const must = { isRequired: true }

/** What can be brought in from a file in the browser. The order is the one in which a new network needs them. */
export const importDefinitions: readonly ImportDefinition[] = [
  defineImport({
    kind: 'dealers',
    label: 'Dealers',
    sameBy: 'Code',
    help: 'Creates dealers with their organization and address, or changes what headquarters decides about them.',
    needs: ['dealer.create', 'dealer.update'],
    fields: [
      field('code', 'Code', 'D100', { ...must, aliases: ['dealer code', 'dealer', 'number', 'customer number'] }),
      field('name', 'Name', 'Lakeside Campers', { ...must, aliases: ['dealer name', 'company'] }),
      field('accountNumber', 'Account number', 'AC-100', { aliases: ['account'] }),
      field('tier', 'Tier', 'GOLD', { help: 'Code of a dealer tier.' }),
      field('territory', 'Territory', 'NE', { help: 'Code of a territory.', aliases: ['region code'] }),
      field('branch', 'Branch', 'NORTH', { help: 'Code of your branch that looks after the dealer.' }),
      field('priceList', 'Price list', 'BASE', { help: 'Code of a price list.' }),
      field('creditLimit', 'Credit limit', '25000.00', { help: 'Empty means no limit.' }),
      field('termsDays', 'Terms in days', '30', { aliases: ['payment terms', 'terms'] }),
      field('phone', 'Phone', '+1 555 0100', { aliases: ['telephone'] }),
      field('email', 'E-mail', 'office@lakeside.example', { aliases: ['mail', 'email address'] }),
      field('line1', 'Street', '12 Harbor Road', { aliases: ['address', 'address line 1', 'line1'] }),
      field('line2', 'Addition', '', { aliases: ['address line 2', 'line2'] }),
      field('postalCode', 'Postal code', '04101', { aliases: ['zip', 'zip code', 'postcode'] }),
      field('city', 'City', 'Portland', { aliases: ['town'] }),
      field('region', 'Region', 'ME', { aliases: ['state', 'province'] }),
      field('country', 'Country', 'US', { help: 'Two letters.' }),
    ],
    options: [{ name: 'activate', label: 'Activate new dealers', help: 'Off: they stay pending until somebody activates them.' }],
  }),
  defineImport({
    kind: 'people',
    label: 'People',
    sameBy: 'Dealer and e-mail',
    help: 'Invites people into dealers, or into the headquarters when no dealer is named. People who are members already stay as they are.',
    needs: ['member.invite'],
    fields: [
      field('email', 'E-mail', 'pat@lakeside.example', { ...must, aliases: ['mail', 'email address'] }),
      field('name', 'Name', 'Pat Miller', { ...must, aliases: ['full name', 'person'] }),
      field('dealer', 'Dealer', 'D100', { help: 'Code of the dealer; empty for the headquarters.', aliases: ['dealer code'] }),
      field('role', 'Role', 'dealer-user', { help: 'Key of a role; dealer-user when empty.', aliases: ['role key'] }),
      field('title', 'Title', 'Parts manager', { aliases: ['job title', 'position'] }),
      field('phone', 'Phone', '+1 555 0101', { aliases: ['telephone'] }),
    ],
    options: [{ name: 'sendMail', label: 'Send the invitations', help: 'Off: each waits until somebody sends it.' }],
  }),
  defineImport({
    kind: 'products',
    label: 'Products',
    sameBy: 'SKU',
    help: 'Creates products with their variants, or changes them. Rows with the same product name become variants of one product.',
    needs: ['product.write'],
    fields: [
      field('sku', 'SKU', 'PUMP-12', { ...must, aliases: ['item', 'item number', 'part number', 'article'] }),
      field('product', 'Product', 'Water pump 12 V', { ...must, aliases: ['product name', 'name', 'description short'] }),
      field('variant', 'Variant', 'Red', { help: 'Name of the variant; that of the product when empty.', aliases: ['variant name'] }),
      field('category', 'Category', 'Parts', { ...must, help: 'Name of a category, or "Parent / Child".' }),
      field('brand', 'Brand', 'Northstar'),
      field('unit', 'Unit', 'EA', { help: 'Code of the stock unit; EA when empty.', aliases: ['stock unit', 'uom'] }),
      field('taxClass', 'Tax class', 'standard'),
      field('barcode', 'Barcode', '4006381333931', { aliases: ['ean', 'gtin', 'upc'] }),
      field('weightGrams', 'Weight in grams', '1200', { aliases: ['weight'] }),
      field('description', 'Description', 'Self-priming, with strainer.'),
      field('status', 'Status', 'active', { help: 'draft, active or discontinued; draft when empty and new.' }),
    ],
    options: [],
  }),
  defineImport({
    kind: 'prices',
    label: 'Prices',
    sameBy: 'Price list, SKU, quantity and first day',
    help: 'Creates prices in a price list, or changes them.',
    needs: ['price.write'],
    fields: [
      field('list', 'Price list', 'BASE', { ...must, help: 'Code of the price list.', aliases: ['list', 'price list code'] }),
      field('sku', 'SKU', 'PUMP-12', { ...must, aliases: ['item', 'item number', 'part number', 'article'] }),
      field('price', 'Unit price', '49.90', { ...must, aliases: ['price', 'amount'] }),
      field('minimum', 'From quantity', '1', { help: '1 when empty.', aliases: ['minimum quantity', 'quantity', 'break'] }),
      field('fromDay', 'From day', '2026-01-01', { help: 'Empty: always.', aliases: ['valid from', 'from'] }),
      field('toDay', 'To day', '', { help: 'The first day it no longer counts.', aliases: ['valid to', 'to', 'until'] }),
    ],
    options: [],
  }),
  defineImport({
    kind: 'stock',
    label: 'Stock',
    sameBy: 'SKU and warehouse',
    help: 'Sets what is on hand to what was counted; the difference is posted as an adjustment with the name of the file as its reason.',
    needs: ['stock.adjust'],
    fields: [
      field('sku', 'SKU', 'PUMP-12', { ...must, aliases: ['item', 'item number', 'part number', 'article'] }),
      field('warehouse', 'Warehouse', 'MAIN', { ...must, help: 'Code of the warehouse.', aliases: ['warehouse code', 'site'] }),
      field('location', 'Location', '', { help: 'Code of a storage location; the default one when empty.', aliases: ['bin', 'storage location'] }),
      field('quantity', 'Quantity', '24', { ...must, help: 'What was counted, in the stock unit.', aliases: ['on hand', 'counted', 'qty', 'stock'] }),
    ],
    options: [],
  }),
]

/** The kind of an import by its key. */
export function importOf(kind: string): ImportDefinition | undefined {
  return importDefinitions.find((one) => one.kind === kind)
}
