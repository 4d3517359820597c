import type { Check } from '@/platform/doctor/check'

/** What always holds for money. */
export const financeChecks: readonly Check[] = [
  {
    id: 'Q30',
    says: 'The totals of an invoice are those of its lines.',
    sql: `select i.id, i.number, i.total_minor, sum(l.gross_minor) as lines from invoices i join invoice_lines l on l.invoice_id = i.id group by i.id
      having i.total_minor <> sum(l.gross_minor) or i.tax_minor <> sum(l.tax_minor)
        or i.total_minor <> i.subtotal_minor - i.discount_minor + case when i.tax_inclusive then 0 else i.tax_minor end`,
  },
  {
    id: 'Q31',
    says: 'What is open of a posted invoice is its total without its allocations, and its settlement says so.',
    sql: `select i.id, i.number, i.open_minor, i.total_minor - coalesce(a.sum, 0) as due, i.settlement from invoices i left join (
        select coalesce(case when x.credit_note_id is not null then x.credit_note_id end, x.invoice_id) as id, sum(x.amount_minor) as sum from (
          select invoice_id, null::uuid as credit_note_id, amount_minor from allocations union all
          select null, credit_note_id, amount_minor from allocations where credit_note_id is not null) x group by 1) a on a.id = i.id
      where (i.status = 'posted' and i.open_minor <> i.total_minor - coalesce(a.sum, 0)) or (i.status <> 'posted' and coalesce(a.sum, 0) <> 0)
        or i.open_minor < 0 or (i.status = 'void' and i.open_minor <> 0)
        or (i.status = 'posted' and i.settlement::text <> case when i.open_minor = 0 then 'paid' when i.open_minor = i.total_minor then 'open' else 'partial' end)`,
  },
  {
    id: 'Q32',
    says: 'What is left of a payment is its amount without its allocations.',
    sql: `select p.id, p.number, p.unapplied_minor, p.amount_minor - coalesce(a.sum, 0) as left_minor from payments p
      left join (select payment_id, sum(amount_minor) as sum from allocations where payment_id is not null group by 1) a on a.payment_id = p.id
      where coalesce(a.sum, 0) not between 0 and p.amount_minor or (p.status = 'cleared' and p.unapplied_minor <> p.amount_minor - coalesce(a.sum, 0))
        or (p.status in ('cancelled', 'reversed') and coalesce(a.sum, 0) <> 0)`,
  },
  {
    id: 'Q32b',
    says: 'Money settles invoices of the same parties and currency only.',
    sql: `select a.id from allocations a join invoices i on i.id = a.invoice_id left join payments p on p.id = a.payment_id left join invoices c on c.id = a.credit_note_id
      where (i.currency, i.organization_id, i.counterparty_id) is distinct from
        (coalesce(p.currency, c.currency), coalesce(p.organization_id, c.organization_id), coalesce(p.counterparty_id, c.counterparty_id))
        or a.organization_id <> i.organization_id`,
  },
  {
    id: 'Q39',
    says: 'Invoice numbers of a series and year have no gap.',
    sql: `select organization_id, series, fiscal_year, count(*) as rows, max(number_seq) as last from invoices where number_seq is not null
      group by 1, 2, 3 having count(*) <> max(number_seq) or min(number_seq) <> 1 or count(distinct number_seq) <> count(*)`,
  },
  {
    id: 'Q39b',
    says: 'The counter of a series stands right after its last number.',
    sql: `select x.organization_id, x.key, x.last, s.next from (
        select organization_id, 'invoice:' || series || ':' || fiscal_year::text as key, max(number_seq) as last from invoices where number_seq is not null group by 1, 2
        union all select organization_id, 'order', max(substring(number from '^SO-(\\d+)$')::bigint) from orders where number ~ '^SO-\\d+$' group by 1
        union all select organization_id, 'shipment', max(substring(number from '^SH-(\\d+)$')::bigint) from shipments where number ~ '^SH-\\d+$' group by 1
        union all select organization_id, 'payment', max(substring(number from '^PAY-(\\d+)$')::bigint) from payments where number ~ '^PAY-\\d+$' group by 1) x
      left join sequences s on s.organization_id = x.organization_id and s.key = x.key where s.next is distinct from x.last + 1`,
  },
  {
    id: 'Q40',
    says: 'A posted invoice has its number, its days and lines.',
    sql: `select id from invoices i where status <> 'draft' and (number is null or number_seq is null or invoiced_on is null or due_on is null or posted_at is null
      or not exists (select 1 from invoice_lines l where l.invoice_id = i.id))`,
  },
  {
    id: 'Q42',
    says: 'A shipment is billed once.',
    sql: `select shipment_id from invoices where shipment_id is not null and status <> 'void' and kind = 'invoice' group by 1 having count(*) > 1`,
  },
  {
    id: 'Q98',
    says: 'A posted invoice has its entry in the audit log, for as long as that is kept.',
    sql: `select i.id, i.number from invoices i where i.status <> 'draft' and not exists (select 1 from audit_log a where a.subject_type = 'invoices'
      and a.subject = i.id::text and a.changes->'status'->>'to' = 'posted')
      and not exists (select 1 from audit_prunings p where p.tree_id = i.tree_id and p.before > i.posted_at)`,
  },
]
