import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { isId, type PageProps } from '../../_portal/address'
import { NoAccess } from '../../_portal/no-access'
import { dealerPortal, orNotFound } from '../../_portal/portal'
import { Allocations } from './allocations'
import { InvoiceLines } from './invoice-lines'
import { InvoiceSums } from './invoice-sums'
import { AddressLines } from '@/components/portal/parts/address-lines'
import { InvoiceState } from '@/components/portal/parts/states'
import { Alert } from '@/components/ui/alert'
import { buttonLook } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { DateText } from '@/components/ui/money'
import { PageHeader } from '@/components/ui/page-header'
import { invoicePage, type InvoicePage } from '@/domain/finance'
import Link from 'next/link'

type Props = PageProps<{ id: string }>

const load = cache(async (org: string, id: string) => {
  const { reader, organization, can } = await dealerPortal(org)
  if (!can('invoice.read')) return null
  if (!isId(id)) notFound()
  const invoice = await orNotFound(invoicePage(reader, id))
  return invoice.counterparty === organization.id ? invoice : notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params
  return { title: `Invoice ${(await load(org, id))?.number ?? ''}`.trim() }
}

export default async function Page({ params }: Props) {
  const { org, id } = await params
  const [portal, invoice] = await Promise.all([dealerPortal(org), load(org, id)])
  const { base, locale } = portal
  if (!invoice) return <NoAccess portal={portal} needs="invoice.read" />
  const isCredit = invoice.kind === 'credit-note'
  return (
    <>
      <PageHeader
        title={invoice.number ?? 'Draft'}
        badge={<InvoiceState {...invoice} />}
        description={`${isCredit ? 'Credit note' : 'Invoice'} from ${invoice.seller?.name ?? 'your seller'}`}
        crumbs={[{ label: 'Invoices', href: `${base}/invoices` }, { label: invoice.number ?? 'Draft' }]}
        actions={
          <a href={`/api/v1/invoices/${invoice.id}/pdf`} download={`${invoice.number ?? 'invoice'}.pdf`} className={buttonLook({ variant: 'primary' })}>
            <Download aria-hidden />
            Download PDF
          </a>
        }
      />
      {invoice.status === 'void' ? (
        <Alert tone="danger" title="This invoice was voided; it does not have to be paid." className="mb-6">
          {invoice.voidReason}
        </Alert>
      ) : null}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-6">
          <InvoiceLines invoice={invoice} locale={locale} />
          <Allocations invoice={invoice} portal={portal} />
        </div>
        <div className="grid min-w-0 content-start gap-6">
          <InvoiceSums invoice={invoice} locale={locale} />
          <Facts invoice={invoice} base={base} locale={locale} />
        </div>
      </div>
    </>
  )
}

function Facts({ invoice, base, locale }: { invoice: InvoicePage; base: string; locale: string }) {
  const { order, orderNumber, creditOf, creditOfNumber, credits } = invoice
  const day = (on: string | null) => (on ? <DateText at={on} locale={locale} /> : null)
  const to = (href: string, label: string | null) => (
    <Link href={href} className="link">
      {label ?? 'Open'}
    </Link>
  )
  return (
    <Card title="Details">
      <DataList
        items={[
          { term: 'Date', value: day(invoice.invoicedOn) },
          ...(invoice.kind === 'invoice' ? [{ term: 'Due', value: day(invoice.dueOn) }] : []),
          { term: 'Order', value: order ? to(`${base}/orders/${order}`, orderNumber) : null },
          ...(creditOf ? [{ term: 'Credit for', value: to(`${base}/invoices/${creditOf}`, creditOfNumber) }] : []),
          ...(credits.length > 0 ? [{ term: 'Credited by', value: <span className="grid">{credits.map(({ id, number }) => <span key={id}>{to(`${base}/invoices/${id}`, number)}</span>)}</span> }] : []),
          { term: 'Your reference', value: invoice.poReference },
          ...partiesOf(invoice),
          ...(invoice.note ? [{ term: 'Note', value: <span className="whitespace-pre-line">{invoice.note}</span> }] : []),
        ]}
      />
    </Card>
  )
}

// Both sides as the invoice keeps them.
function partiesOf({ billTo, seller }: InvoicePage) {
  return [
    { term: 'Billed to', value: billTo ? <AddressLines address={{ ...billTo, recipient: billTo.recipient ?? billTo.name }} /> : null },
    { term: 'From', value: seller ? <AddressLines address={{ ...seller, recipient: seller.name }} /> : null },
    ...(seller?.taxNumber ? [{ term: 'Their tax number', value: seller.taxNumber }] : []),
  ]
}
