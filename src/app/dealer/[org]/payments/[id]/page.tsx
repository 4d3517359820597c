import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { isId, type PageProps } from '../../_portal/address'
import { NoAccess } from '../../_portal/no-access'
import { dealerPortal, orNotFound } from '../../_portal/portal'
import { methodName } from '../method'
import { PaymentState } from '@/components/portal/parts/states'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { DateText, Money } from '@/components/ui/money'
import { PageHeader } from '@/components/ui/page-header'
import { Table } from '@/components/ui/table'
import { paymentPage } from '@/domain/finance'

type Props = PageProps<{ id: string }>

const load = cache(async (org: string, id: string) => {
  const { reader, organization, can } = await dealerPortal(org)
  if (!can('payment.read')) return null
  if (!isId(id)) notFound()
  const payment = await orNotFound(paymentPage(reader, id))
  return payment.counterparty === organization.id ? payment : notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params
  return { title: `Payment ${(await load(org, id))?.number ?? ''}`.trim() }
}

export default async function Page({ params }: Props) {
  const { org, id } = await params
  const [portal, payment] = await Promise.all([dealerPortal(org), load(org, id)])
  const { base, locale } = portal
  if (!payment) return <NoAccess portal={portal} needs="payment.read" />
  const say = (minor: number) => <Money minor={minor} currency={payment.currency} locale={locale} />
  return (
    <>
      <PageHeader title={payment.number} badge={<PaymentState status={payment.status} />} crumbs={[{ label: 'Payments', href: `${base}/payments` }, { label: payment.number }]} />
      {payment.reverseReason ? <Alert tone="danger" title={`Reversed: ${payment.reverseReason}`} className="mb-6" /> : null}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Card title="Used for" flush>
          {payment.allocations.length > 0 ? (
            <Table
              caption="What the payment settled"
              rows={payment.allocations}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'invoice',
                  header: 'Invoice',
                  lead: true,
                  cell: (row) => (
                    <Link href={`${base}/invoices/${row.invoice}`} className="link">
                      {row.invoiceNumber ?? 'Open'}
                    </Link>
                  ),
                },
                { key: 'on', header: 'Date', cell: (row) => <DateText at={row.onDay} locale={locale} /> },
                { key: 'amount', header: 'Amount', align: 'number', cell: (row) => say(row.amountMinor) },
              ]}
            />
          ) : (
            <p className="px-5 pb-5 text-muted">It has not been used for an invoice yet.</p>
          )}
        </Card>
        <Card title="Details">
          <DataList
            items={[
              { term: 'Amount', value: say(payment.amountMinor) },
              { term: 'Not used yet', value: say(payment.unappliedMinor) },
              { term: 'Received', value: <DateText at={payment.receivedOn} locale={locale} /> },
              { term: 'Method', value: methodName(payment.method) },
              { term: 'Reference', value: payment.reference },
              ...(payment.note ? [{ term: 'Note', value: payment.note }] : []),
            ]}
          />
        </Card>
      </div>
    </>
  )
}
