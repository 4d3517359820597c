export { homeOf } from '@/domain/network/home'
import { defineModule } from '@/kernel/module'
import * as events from '@/domain/network/events'
import { createDealer } from '@/domain/network/operations/create-dealer'
import { createHeadquarters } from '@/domain/network/operations/create-headquarters'
import { createSupplier } from '@/domain/network/operations/create-supplier'
import { activateDealer, reinstateDealer, suspendDealer, terminateDealer } from '@/domain/network/operations/dealer-steps'
import { updateDealer } from '@/domain/network/operations/update-dealer'
import { updateOrganization } from '@/domain/network/operations/update-organization'
import { networkPermissions } from '@/domain/network/permissions'
import { dealerMachine } from '@/domain/network/status'

export * from '@/domain/network/events'
export { dealerActions } from '@/domain/network/dealer-actions'
export { addressesOf, type AddressView } from '@/domain/network/queries/addresses'
export { countDealers, dealerPage, listDealers, type DealerPage, type DealersWish, type DealerView } from '@/domain/network/queries/dealers'
export {
  brandingOf,
  myOrganizations,
  organizationBySlug,
  type Branding,
  type OrganizationChoice,
  type PortalOrganization,
} from '@/domain/network/queries/organizations'
export type { DealerRow, OrganizationRow } from '@/domain/network/rows'
export {
  activateDealer,
  createDealer,
  createHeadquarters,
  createSupplier,
  reinstateDealer,
  suspendDealer,
  terminateDealer,
  updateDealer,
  updateOrganization,
}

/** The tenants: headquarters, dealers, suppliers, and what HQ decides about each of them. */
export const networkModule = defineModule({
  name: 'network',
  machines: [dealerMachine],
  permissions: networkPermissions,
  events: Object.values(events),
  notifications: [],
  sequences: [],
  settings: [],
  operations: [
    createHeadquarters,
    createDealer,
    updateDealer,
    activateDealer,
    suspendDealer,
    reinstateDealer,
    terminateDealer,
    createSupplier,
    updateOrganization,
  ] as { readonly name: string }[],
})
