import type { ComponentType } from 'react'
import type { Action } from '@/platform/actions'
import { AllocateForm } from '@/components/admin/act/allocate-form'
import { CancelLineForm } from '@/components/admin/act/cancel-line-form'
import { CreditForm } from '@/components/admin/act/credit-form'
import { RolesForm } from '@/components/admin/act/roles-form'
import { ShipForm } from '@/components/admin/act/ship-form'
import { UnallocateForm } from '@/components/admin/act/unallocate-form'

/** A line of a document as far as forms need it; quantities are decimal text in the stock unit. */
export interface DocumentLine {
  id: string
  sku: string
  name: string
  unit: string
  /** What can still be shipped, cancelled or credited. */
  open: string
  /** What can be shipped from each warehouse: free goods there and what is reserved for this line. */
  available?: readonly { warehouse: string; quantity: string }[]
}

/** What the forms of a document's actions know of it. */
export interface DocumentFacts {
  /** As /api/v1 calls it. */
  collection: string
  /** The list of the admin it belongs to, where that has another name. */
  list?: string
  id: string
  /** How people call it: SO-000012. */
  title: string
  currency: string
  locale: string
  today: string
  lines?: readonly DocumentLine[]
  warehouses?: readonly { id: string; name: string }[]
  /** The other party, for payments and credit. */
  buyer?: string
  /** Minor units that can still be allocated. */
  leftMinor?: number
  /** What a payment settles now. */
  settled?: readonly { invoice: string; number: string; amountMinor: number }[]
  /** Roles that can be given, and those a member has. */
  roles?: readonly { value: string; label: string; hint?: string | null }[]
  /** Branches a role can be limited to. */
  branches?: readonly { id: string; name: string }[]
  held?: readonly { role: string; branch: string | null }[]
  /** What the fields of an action hold now, by name. */
  values?: Readonly<Record<string, string | null | undefined>>
}

export interface SpecialProps {
  action: Action
  document: DocumentFacts
  onClose: () => void
}

/** Verbs whose form is more than a few fields. */
export const SPECIAL: Readonly<Record<string, ComponentType<SpecialProps>>> = {
  'orders.ship': ShipForm,
  'orders.cancel-line': CancelLineForm,
  'invoices.credit': CreditForm,
  'invoices.apply-credit': AllocateForm,
  'payments.allocate': AllocateForm,
  'payments.unallocate': UnallocateForm,
  'users.assign-role': RolesForm,
}
