import { z } from 'zod'
import { crudRoutes } from '@/platform/http/crud-routes'
import type { Route } from '@/platform/http/route'

const word = (most: number) => z.string().trim().max(most)

/** Fields of an address; `organization` is one the person belongs to. */
const AddressFields = z.strictObject({
  label: word(80).min(1),
  recipient: word(160).nullable().optional(),
  line1: word(160).min(1),
  line2: word(160).nullable().optional(),
  city: word(80).min(1),
  region: word(80).nullable().optional(),
  postalCode: word(20).nullable().optional(),
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'is two capitals, for example US' }),
  isShipping: z.boolean().optional(),
  isBilling: z.boolean().optional(),
  archivedAt: z.iso.datetime().nullable().optional(),
  organization: z.uuid().optional(),
})

/** Addresses to ship to and to bill; one that documents or branches point to is archived rather than deleted. */
export const addressRoutes: Route[] = crudRoutes({
  ...{ slug: 'addresses', noun: 'The address', path: '/addresses', tag: 'addresses', read: 'address.read', create: AddressFields },
  update: AddressFields.omit({ organization: true }).partial(),
  filters: ['organization', 'country', 'city'],
})
