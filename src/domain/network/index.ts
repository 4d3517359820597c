export { homeOf } from '@/domain/network/home'
import { defineModule } from '@/kernel/module'
import * as events from '@/domain/network/events'
import { createDealer } from '@/domain/network/operations/create-dealer'
import { createHeadquarters } from '@/domain/network/operations/create-headquarters'
import { createSupplier } from '@/domain/network/operations/create-supplier'
import { activateDealer, reinstateDealer, suspendDealer, terminateDealer } from '@/domain/network/operations/dealer-steps'
import { updateDealer } from '@/domain/network/operations/update-dealer'
import { addDomain, checkDomain, removeDomain, settleDomain } from '@/domain/network/operations/portal-domains'
import { recheckDomain } from '@/domain/network/operations/recheck-domain'
import { setCompany } from '@/domain/network/operations/set-company'
import { updateSupplier } from '@/domain/network/operations/update-supplier'
import { updateOrganization } from '@/domain/network/operations/update-organization'
import { networkNotifications } from '@/domain/network/notifications'
import { networkPermissions } from '@/domain/network/permissions'
import { withdrawDealer } from '@/domain/network/operations/withdraw-dealer'
import { networkSettings } from '@/domain/network/settings'
import { dealerMachine } from '@/domain/network/status'

export * from '@/domain/network/events'
export { sellerOf, type SellerView } from '@/domain/network/queries/seller'
export { domainsOf, lookOf, type DomainView } from '@/domain/network/queries/domains'
export { companySettings, portalDomainsFeature } from '@/domain/network/settings'
export { proofOf } from '@/domain/network/domains'
export { companyOf, type CompanyView } from '@/domain/network/queries/company'
export { dealerActions, dealerActionSource } from '@/domain/network/dealer-actions'
export { focusOn, searchDealers, type Focus, type SwitchChoice } from '@/domain/network/queries/switcher'
export { branchesOf, type BranchView } from '@/domain/network/queries/branches'
export { addressesOf, addressesToShipTo, type AddressView } from '@/domain/network/queries/addresses'
export { countDealers, dealerPage, listDealers, type DealerPage, type DealersWish, type DealerView } from '@/domain/network/queries/dealers'
export {
  brandingOf,
  myOrganizations,
  organizationBySlug,
  type Branding,
  type OrganizationChoice,
  type PortalOrganization,
} from '@/domain/network/queries/organizations'
export { listSuppliers, supplierPage, type SupplierPage, type SupplierView } from '@/domain/network/queries/suppliers'
export type { DealerRow, OrganizationRow } from '@/domain/network/rows'
export {
  activateDealer,
  addDomain,
  checkDomain,
  createDealer,
  createHeadquarters,
  createSupplier,
  reinstateDealer,
  recheckDomain,
  removeDomain,
  setCompany,
  settleDomain,
  suspendDealer,
  terminateDealer,
  updateDealer,
  updateOrganization,
  withdrawDealer,
  updateSupplier,
}

/** The tenants: headquarters, dealers, suppliers, and what HQ decides about each of them. */
export const networkModule = defineModule({
  name: 'network',
  machines: [dealerMachine],
  permissions: networkPermissions,
  events: Object.values(events),
  notifications: networkNotifications,
  sequences: [],
  settings: networkSettings,
  operations: [
    createHeadquarters,
    createDealer,
    updateDealer,
    activateDealer,
    suspendDealer,
    reinstateDealer,
    terminateDealer,
    createSupplier,
    updateSupplier,
    updateOrganization,
    withdrawDealer,
    setCompany,
    addDomain,
    checkDomain,
    settleDomain,
    recheckDomain,
    removeDomain,
  ] as { readonly name: string }[],
})
