import type { Metadata } from 'next'
import { orNotFound, dealerPortal } from '../_portal/portal'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { PageHeader } from '@/components/ui/page-header'
import { sellerOf, type SellerView } from '@/domain/network'
import { WEEK } from '@/kernel/week'

export const metadata: Metadata = { title: 'About us' }

/** Whom the dealer buys from: how to reach them, when they are there, and what was agreed for everybody. */
export default async function Page({ params }: { params: Promise<{ org: string }> }) {
  const { reader, organization } = await dealerPortal((await params).org)
  const seller = await orNotFound(sellerOf(reader, organization))
  const policies = [
    { title: 'Terms of sale', text: seller.terms },
    { title: 'Cancellation', text: seller.cancellation },
    { title: 'Privacy', text: seller.privacy },
  ].filter(({ text }) => text !== '')
  return (
    <>
      <PageHeader title={seller.name} badge={<Badge tone={seller.isOpen ? 'success' : 'neutral'}>{seller.isOpen ? 'Open now' : 'Closed now'}</Badge>} />
      <div className="grid gap-5 lg:grid-cols-2">
        <Card title="Reach us">
          <DataList items={contacts(seller)} />
        </Card>
        <Card title="Opening hours" description={`Times of ${seller.zone.replaceAll('_', ' ')}`}>
          <DataList look="rows" items={WEEK.map((day) => ({ term: day.charAt(0).toUpperCase() + day.slice(1), value: hoursOf(seller, day) }))} />
        </Card>
        {policies.map(({ title, text }) => (
          <Card key={title} title={title} className="lg:col-span-2">
            <p className="max-w-[70ch] whitespace-pre-line">{text}</p>
          </Card>
        ))}
      </div>
    </>
  )
}

function contacts({ email, phone, address, taxNumber }: SellerView) {
  const lines = [address.line1, address.line2, [address.postalCode, address.city].filter(Boolean).join(' '), address.region, address.country].filter(Boolean)
  return [
    { term: 'Address', value: lines.length > 0 ? <span className="whitespace-pre-line">{lines.join('\n')}</span> : null },
    { term: 'Phone', value: phone ? <a className="link" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a> : null },
    { term: 'E-mail', value: email ? <a className="link" href={`mailto:${email}`}>{email}</a> : null },
    { term: 'Tax number', value: taxNumber },
  ]
}

function hoursOf({ hours }: SellerView, day: (typeof WEEK)[number]): string {
  return hours[day].map(({ from, to }) => `${from} – ${to}`).join(', ') || 'Closed'
}
