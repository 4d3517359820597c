import { orderNumbers } from '@/domain/sales/sequences'
import { formatNumber } from '@/kernel/sequence'
import type { Bindings } from '@/platform/access/sql'

/** One way an order can be meant: rows `o` come out of `from` under `condition`, each way along an index of its own. */
export interface Hit {
  from: string
  condition: string
}

const DIGITS = /^\d{1,9}$/

/**
 * The ways in which words of a search mean an order of the seller `u.id`: the beginning of its number or the count in
 * it, the beginning of the buyer's reference, the beginning of a SKU in it, a part of the dealer's name.
 */
export function hitsOf(q: string, to: Bindings): Hit[] {
  const begins = to.bind(`${escaped(q.toUpperCase())}%`)
  const inside = to.bind(`%${escaped(q)}%`)
  return [
    { from: 'orders o', condition: `(o.number like ${begins}${numbered(q, to)})` },
    { from: 'orders o', condition: `upper(o.po_reference) like ${begins}` },
    { from: `${skusLike(begins)} v(id) join order_lines l on l.variant_id = v.id join orders o on o.id = l.order_id`, condition: 'true' },
    { from: `${dealersLike(inside)} d(id) join orders o on o.counterparty_id = d.id`, condition: 'o.shared_at is not null' },
    { from: 'orders o', condition: `o.status = 'draft' and o.buyer_name ilike ${inside}` },
  ]
}

/** The same over a history short enough to be read as it is: a buyer's own orders. */
export function matchesOf(q: string, to: Bindings): string {
  const begins = to.bind(`${escaped(q.toUpperCase())}%`)
  const line = `exists (select 1 from order_lines l where l.order_id = o.id and upper(l.sku) like ${begins})`
  const name = `o.buyer_name ilike ${to.bind(`%${escaped(q)}%`)}`
  return `(o.number like ${begins}${numbered(q, to)} or upper(o.po_reference) like ${begins} or ${name} or ${line})`
}

/** A text as the beginning or the inside of a LIKE pattern. */
export function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (one) => `\\${one}`)
}

// People read "SO-000042" aloud as 42.
function numbered(q: string, to: Bindings): string {
  return DIGITS.test(q) ? ` or o.number = ${to.bind(formatNumber(orderNumbers, Number(q)))}` : ''
}

// Gathered first, so that the newest orders of each are read along its index.
function skusLike(begins: string): string {
  return `unnest(array(select x.id from variants x where x.organization_id = u.id and upper(x.sku) like ${begins} order by upper(x.sku) using ~<~ limit 50))`
}

function dealersLike(inside: string): string {
  return `unnest(array(select x.party_id from dealers x where x.organization_id = u.id and (x.name ilike ${inside} or x.code ilike ${inside}) limit 50))`
}
