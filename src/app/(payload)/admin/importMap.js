import { PointerCell as PointerCell_90ebc5e04de7ed1ca5494b13213c1db1 } from '../../../components/admin/cells/pointer-cell'
import { InstantCell as InstantCell_abece2395e25f008f91a0d2a2ec46783 } from '../../../components/admin/cells/plain-cells'
import { DayCell as DayCell_abece2395e25f008f91a0d2a2ec46783 } from '../../../components/admin/cells/plain-cells'
import { DayField as DayField_235a8c25c7b2940b7c23043a69d73ea1 } from '../../../components/admin/fields/day-field'
import { FlagCell as FlagCell_abece2395e25f008f91a0d2a2ec46783 } from '../../../components/admin/cells/plain-cells'
import { QuantityCell as QuantityCell_abece2395e25f008f91a0d2a2ec46783 } from '../../../components/admin/cells/plain-cells'
import { UnitPriceCell as UnitPriceCell_d3e10b0e866acfb55523b950b7d76ad5 } from '../../../components/admin/cells/money-cell'
import { ScaledField as ScaledField_81da18ce3a9adbbadb3ec1a003b1fee3 } from '../../../components/admin/fields/scaled-field'
import { ListTools as ListTools_1f9e118c0695dd033c504147112b0dfa } from '../../../components/admin/lists/list-tools'
import { RowName as RowName_91c090fcc5340875897f20931ea7e5e6 } from '../../../components/admin/frame/row-name'
import { RowsField as RowsField_44cdb1917450e9273c8debb903b4dba0 } from '../../../components/admin/fields/rows-field'
import { CustomField as CustomField_81074b1cf15635d278b46ff456a50dbe } from '../../../components/admin/fields/custom-field'
import { StatusCell as StatusCell_4da1f90de99340c8531cff72a46c36b2 } from '../../../components/admin/StatusCell'
import { MoneyCell as MoneyCell_d3e10b0e866acfb55523b950b7d76ad5 } from '../../../components/admin/cells/money-cell'
import { AllocationPage as AllocationPage_420977da91a1104f084327d125e5a1c2 } from '../../../components/admin/documents/elsewhere'
import { InvoicePage as InvoicePage_928afb6904858668e0d681813c651c8c } from '../../../components/admin/documents/invoice-page'
import { PaymentPage as PaymentPage_721217ec706cf35da6ee4ba6c19b956d } from '../../../components/admin/documents/payment-page'
import { PercentCell as PercentCell_abece2395e25f008f91a0d2a2ec46783 } from '../../../components/admin/cells/plain-cells'
import { InvitationPage as InvitationPage_420977da91a1104f084327d125e5a1c2 } from '../../../components/admin/documents/elsewhere'
import { ApiKeyPage as ApiKeyPage_7fb73cbd6c2fd335769be75af3d214ec } from '../../../components/admin/documents/api-key-page'
import { MemberPage as MemberPage_37cdec8da07dce37f6909e263ff22493 } from '../../../components/admin/documents/member-page'
import { RolePage as RolePage_aa76a8c7c66b706d3ed37a7ce21f9fa1 } from '../../../components/admin/documents/role-page'
import { StockLevelPage as StockLevelPage_f6814178d0fa0e297ba800d9b2b62c13 } from '../../../components/admin/documents/stock-level-page'
import { StockMovePage as StockMovePage_9363d0752304e1c80e265a8e83d32fc8 } from '../../../components/admin/documents/stock-move-page'
import { DealerPage as DealerPage_d1558cf8f0d60c8ed3e324728b34dbe4 } from '../../../components/admin/documents/dealer-page'
import { OrganizationPage as OrganizationPage_4f1d1a743f8a6e0a417fbaba51b73e41 } from '../../../components/admin/documents/organization-page'
import { SupplierPage as SupplierPage_929fd8591c56e388974525b3732a49a0 } from '../../../components/admin/documents/supplier-page'
import { OrderPage as OrderPage_f574effb0b5cb6faba8c9491893f530a } from '../../../components/admin/documents/order-page'
import { ShipmentPage as ShipmentPage_7aeecfa08a7f6422464915e51fe004af } from '../../../components/admin/documents/shipment-page'
import { AdminNav as AdminNav_441d918e62891b354d8caf4912c50884 } from '../../../components/admin/nav/admin-nav'
import { BrandIcon as BrandIcon_2f104169c51205f172ff24839aa1aca5 } from '../../../components/admin/nav/brand'
import { BrandLogo as BrandLogo_2f104169c51205f172ff24839aa1aca5 } from '../../../components/admin/nav/brand'
import { SignInNote as SignInNote_2f104169c51205f172ff24839aa1aca5 } from '../../../components/admin/nav/brand'
import { Landmarks as Landmarks_63c1a6a39e3a0491ccc97facfcb04035 } from '../../../components/admin/frame/landmarks'
import { ToSecurity as ToSecurity_f816b96ca817ecef8a9a7120feb6bdaf } from '../../../components/admin/account/to-security'
import { MySecurity as MySecurity_f36af7583b3aa0c0256b93779c6a8b8c } from '../../../components/admin/account/my-security'
import { AuditPage as AuditPage_e80eee2a8a9b8810a85c6d7c719ad012 } from '../../../components/admin/audit/audit-page'
import { Dashboard as Dashboard_65003b8a00d59977e4089582e5cb196e } from '../../../components/admin/dashboard/dashboard'
import { ForgotPassword as ForgotPassword_3cc4e696263feea252cf8ed01e10a0e6 } from '../../../components/admin/nav/forgot-password'
import { AccessPage as AccessPage_eb1bfc8416fd1167ed78c79a5e110691 } from '../../../components/admin/access/access-page'
import { DoctorPage as DoctorPage_d9e4c6e22bd4cb24d17c7f1b5de303ef } from '../../../components/admin/system/doctor-page'
import { HealthPage as HealthPage_355b2b9ce5296b68498b5c7813fc59ae } from '../../../components/admin/system/health-page'
import { JobsPage as JobsPage_1669a531f9425c02f20236d886cb0ce2 } from '../../../components/admin/system/jobs-page'
import { MailboxPage as MailboxPage_105d56d7fb1200f089bdd696192c3962 } from '../../../components/admin/system/mailbox-page'
import { PermissionsPage as PermissionsPage_7cc06186279af84762d63decd6700e52 } from '../../../components/admin/system/permissions-page'
import { MyPreferences as MyPreferences_3461d8a75fafd3fc55b5b3c35ca77c24 } from '../../../components/admin/account/my-preferences'
import { NotificationsPage as NotificationsPage_16bf50117e1c8acafa0c196564685a98 } from '../../../components/admin/system/notifications-page'
import { SecurityPage as SecurityPage_3c16179e537ec6c4276b765053585760 } from '../../../components/admin/security/security-page'
import { ImportsPage as ImportsPage_fcd728d705f70a12f95748b8ef522c30 } from '../../../components/admin/bulk/imports-page'
import { ImportPage as ImportPage_3f818e152dd3500c4e4fd4e591365b44 } from '../../../components/admin/bulk/import-page'
import { SettingsPage as SettingsPage_675ab3fb39b2ba1e3c6f758ac1361c22 } from '../../../components/admin/system/settings-page'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/components/admin/cells/pointer-cell#PointerCell": PointerCell_90ebc5e04de7ed1ca5494b13213c1db1,
  "/components/admin/cells/plain-cells#InstantCell": InstantCell_abece2395e25f008f91a0d2a2ec46783,
  "/components/admin/cells/plain-cells#DayCell": DayCell_abece2395e25f008f91a0d2a2ec46783,
  "/components/admin/fields/day-field#DayField": DayField_235a8c25c7b2940b7c23043a69d73ea1,
  "/components/admin/cells/plain-cells#FlagCell": FlagCell_abece2395e25f008f91a0d2a2ec46783,
  "/components/admin/cells/plain-cells#QuantityCell": QuantityCell_abece2395e25f008f91a0d2a2ec46783,
  "/components/admin/cells/money-cell#UnitPriceCell": UnitPriceCell_d3e10b0e866acfb55523b950b7d76ad5,
  "/components/admin/fields/scaled-field#ScaledField": ScaledField_81da18ce3a9adbbadb3ec1a003b1fee3,
  "/components/admin/lists/list-tools#ListTools": ListTools_1f9e118c0695dd033c504147112b0dfa,
  "/components/admin/frame/row-name#RowName": RowName_91c090fcc5340875897f20931ea7e5e6,
  "/components/admin/fields/rows-field#RowsField": RowsField_44cdb1917450e9273c8debb903b4dba0,
  "/components/admin/fields/custom-field#CustomField": CustomField_81074b1cf15635d278b46ff456a50dbe,
  "/components/admin/StatusCell#StatusCell": StatusCell_4da1f90de99340c8531cff72a46c36b2,
  "/components/admin/cells/money-cell#MoneyCell": MoneyCell_d3e10b0e866acfb55523b950b7d76ad5,
  "/components/admin/documents/elsewhere#AllocationPage": AllocationPage_420977da91a1104f084327d125e5a1c2,
  "/components/admin/documents/invoice-page#InvoicePage": InvoicePage_928afb6904858668e0d681813c651c8c,
  "/components/admin/documents/payment-page#PaymentPage": PaymentPage_721217ec706cf35da6ee4ba6c19b956d,
  "/components/admin/cells/plain-cells#PercentCell": PercentCell_abece2395e25f008f91a0d2a2ec46783,
  "/components/admin/documents/elsewhere#InvitationPage": InvitationPage_420977da91a1104f084327d125e5a1c2,
  "/components/admin/documents/api-key-page#ApiKeyPage": ApiKeyPage_7fb73cbd6c2fd335769be75af3d214ec,
  "/components/admin/documents/member-page#MemberPage": MemberPage_37cdec8da07dce37f6909e263ff22493,
  "/components/admin/documents/role-page#RolePage": RolePage_aa76a8c7c66b706d3ed37a7ce21f9fa1,
  "/components/admin/documents/stock-level-page#StockLevelPage": StockLevelPage_f6814178d0fa0e297ba800d9b2b62c13,
  "/components/admin/documents/stock-move-page#StockMovePage": StockMovePage_9363d0752304e1c80e265a8e83d32fc8,
  "/components/admin/documents/dealer-page#DealerPage": DealerPage_d1558cf8f0d60c8ed3e324728b34dbe4,
  "/components/admin/documents/organization-page#OrganizationPage": OrganizationPage_4f1d1a743f8a6e0a417fbaba51b73e41,
  "/components/admin/documents/supplier-page#SupplierPage": SupplierPage_929fd8591c56e388974525b3732a49a0,
  "/components/admin/documents/order-page#OrderPage": OrderPage_f574effb0b5cb6faba8c9491893f530a,
  "/components/admin/documents/shipment-page#ShipmentPage": ShipmentPage_7aeecfa08a7f6422464915e51fe004af,
  "/components/admin/nav/admin-nav#AdminNav": AdminNav_441d918e62891b354d8caf4912c50884,
  "/components/admin/nav/brand#BrandIcon": BrandIcon_2f104169c51205f172ff24839aa1aca5,
  "/components/admin/nav/brand#BrandLogo": BrandLogo_2f104169c51205f172ff24839aa1aca5,
  "/components/admin/nav/brand#SignInNote": SignInNote_2f104169c51205f172ff24839aa1aca5,
  "/components/admin/frame/landmarks#Landmarks": Landmarks_63c1a6a39e3a0491ccc97facfcb04035,
  "/components/admin/account/to-security#ToSecurity": ToSecurity_f816b96ca817ecef8a9a7120feb6bdaf,
  "/components/admin/account/my-security#MySecurity": MySecurity_f36af7583b3aa0c0256b93779c6a8b8c,
  "/components/admin/audit/audit-page#AuditPage": AuditPage_e80eee2a8a9b8810a85c6d7c719ad012,
  "/components/admin/dashboard/dashboard#Dashboard": Dashboard_65003b8a00d59977e4089582e5cb196e,
  "/components/admin/nav/forgot-password#ForgotPassword": ForgotPassword_3cc4e696263feea252cf8ed01e10a0e6,
  "/components/admin/access/access-page#AccessPage": AccessPage_eb1bfc8416fd1167ed78c79a5e110691,
  "/components/admin/system/doctor-page#DoctorPage": DoctorPage_d9e4c6e22bd4cb24d17c7f1b5de303ef,
  "/components/admin/system/health-page#HealthPage": HealthPage_355b2b9ce5296b68498b5c7813fc59ae,
  "/components/admin/system/jobs-page#JobsPage": JobsPage_1669a531f9425c02f20236d886cb0ce2,
  "/components/admin/system/mailbox-page#MailboxPage": MailboxPage_105d56d7fb1200f089bdd696192c3962,
  "/components/admin/system/permissions-page#PermissionsPage": PermissionsPage_7cc06186279af84762d63decd6700e52,
  "/components/admin/account/my-preferences#MyPreferences": MyPreferences_3461d8a75fafd3fc55b5b3c35ca77c24,
  "/components/admin/system/notifications-page#NotificationsPage": NotificationsPage_16bf50117e1c8acafa0c196564685a98,
  "/components/admin/security/security-page#SecurityPage": SecurityPage_3c16179e537ec6c4276b765053585760,
  "/components/admin/bulk/imports-page#ImportsPage": ImportsPage_fcd728d705f70a12f95748b8ef522c30,
  "/components/admin/bulk/import-page#ImportPage": ImportPage_3f818e152dd3500c4e4fd4e591365b44,
  "/components/admin/system/settings-page#SettingsPage": SettingsPage_675ab3fb39b2ba1e3c6f758ac1361c22,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
