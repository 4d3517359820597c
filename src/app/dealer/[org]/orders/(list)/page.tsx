import { Download, PackageOpen } from 'lucide-react'
import type { Metadata } from 'next'
import { hrefOf, keptOf, type PageProps } from '../../_portal/address'
import { NoAccess } from '../../_portal/no-access'
import { dealerPortal } from '../../_portal/portal'
import { trailOf } from '../../_portal/trail'
import { fileOf, GROUPS, ordersOf, queryOf, wishOf, type OrdersWish } from '../wish'
import { OrdersTable } from '@/components/portal/orders/orders-table'
import { ChooseOrders } from '@/components/portal/select/choose-orders'
import type { ManyDeed } from '@/components/portal/select/select-rows'
import { DayRange } from '@/components/portal/parts/day-range'
import { ListFrame } from '@/components/portal/parts/list-frame'
import { SubmittingSelect } from '@/components/ui/auto-submit'
import { ButtonLink, buttonLook } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { PageHeader } from '@/components/ui/page-header'
import { SearchInput } from '@/components/ui/search-input'
import { Tabs } from '@/components/ui/tabs'
import { branchesOf, type BranchView } from '@/domain/network'
import { listOrders } from '@/domain/sales'

export const metadata: Metadata = { title: 'Orders' }

const ON_PAGE = 25
const CANCEL: ManyDeed = { collection: 'orders', verb: 'cancel', label: 'Cancel orders', asks: 'reason', isDangerous: true }

export default async function Page({ params, searchParams }: PageProps) {
  const [portal, search] = await Promise.all([params.then(({ org }) => dealerPortal(org)), searchParams])
  const { reader, organization, base, locale, zone, can } = portal
  if (!can('order.read')) return <NoAccess portal={portal} needs="order.read" />
  const path = `${base}/orders`
  const wish = wishOf(search)
  const pages = trailOf(search, path, queryOf(wish))
  const [found, branches] = await Promise.all([
    listOrders(reader, { ...ordersOf(wish, { id: organization.id, zone }), cursor: pages.cursor, limit: ON_PAGE, count: true }),
    branchesOf(reader, organization.id),
  ])
  const hasBranches = branches.length > 1
  const tabs = GROUPS.map(({ show, label }) => ({ label, href: hrefOf(path, queryOf(wish, { show })) }))
  return (
    <>
      <PageHeader
        title="Orders"
        actions={<Actions base={base} exportHref={found.rows.length > 0 ? fileOf(wish, organization) : null} canBuy={can('cart.write')} />}
        tabs={<Tabs label="Orders by state" tabs={tabs} current={hrefOf(path, queryOf(wish))} />}
      />
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <SearchInput label="Search orders" placeholder="Order number or your reference" action={path} defaultValue={wish.q} keep={keptOf(queryOf(wish, { q: undefined }))} className="max-w-md" />
        {hasBranches ? <BranchChoice path={path} wish={wish} branches={branches} /> : null}
        <DayRange action={path} from={wish.from} to={wish.to} keep={keptOf(queryOf(wish, { from: undefined, to: undefined }))} />
      </div>
      <ListFrame
        isEmpty={found.rows.length === 0}
        pages={pages.links(found.nextCursor)}
        summary={`${(found.total ?? 0).toLocaleString(locale)}${found.totalCapped ? '+' : ''} orders`}
        empty={<NoOrders base={base} isNarrow={Object.values(wish).some((value) => value !== undefined)} canBuy={can('cart.write')} />}
      >
        <ChooseOrders organization={organization.slug} exportHref={fileOf({}, organization)} deeds={can('order.cancel') ? [CANCEL] : []}>
          <OrdersTable choosable hasBranches={hasBranches} orders={found.rows} {...{ base, locale, zone }} />
        </ChooseOrders>
      </ListFrame>
    </>
  )
}

/** For organizations with several branches: the orders of one of them. */
function BranchChoice({ path, wish, branches }: { path: string; wish: OrdersWish; branches: readonly BranchView[] }) {
  return (
    <form action={path}>
      {Object.entries(keptOf(queryOf(wish, { branch: undefined }))).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <Field label="Branch">
        {(wiring) => <SubmittingSelect {...wiring} name="branch" defaultValue={wish.branch ?? ''} options={[{ value: '', label: 'All branches' }, ...branches.map(({ id, name }) => ({ value: id, label: name }))]} />}
      </Field>
    </form>
  )
}

function Actions({ base, exportHref, canBuy }: { base: string; exportHref: string | null; canBuy: boolean }) {
  return (
    <>
      {exportHref ? (
        <a href={exportHref} download className={buttonLook({})}>
          <Download aria-hidden />
          Export CSV
        </a>
      ) : null}
      {canBuy ? <ButtonLink href={`${base}/catalog`}>New order</ButtonLink> : null}
    </>
  )
}

function NoOrders({ base, isNarrow, canBuy }: { base: string; isNarrow: boolean; canBuy: boolean }) {
  if (isNarrow) {
    return (
      <EmptyState icon={PackageOpen} title="No order matches" action={<ButtonLink href={`${base}/orders`}>Show all orders</ButtonLink>}>
        Try other words, other days or another tab.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={PackageOpen} title="No orders yet" action={canBuy ? <ButtonLink href={`${base}/catalog`} variant="primary">Browse the catalog</ButtonLink> : null}>
      What you order shows here with its state and where it is.
    </EmptyState>
  )
}
