import { DayCell as DayCell_abece2395e25f008f91a0d2a2ec46783 } from '../../../components/admin/cells/plain-cells'
import { QuantityCell as QuantityCell_abece2395e25f008f91a0d2a2ec46783 } from '../../../components/admin/cells/plain-cells'
import { UnitPriceCell as UnitPriceCell_d3e10b0e866acfb55523b950b7d76ad5 } from '../../../components/admin/cells/money-cell'
import { ListTools as ListTools_1f9e118c0695dd033c504147112b0dfa } from '../../../components/admin/lists/list-tools'
import { MoneyCell as MoneyCell_d3e10b0e866acfb55523b950b7d76ad5 } from '../../../components/admin/cells/money-cell'
import { StatusCell as StatusCell_4da1f90de99340c8531cff72a46c36b2 } from '../../../components/admin/StatusCell'
import { InvoicePage as InvoicePage_928afb6904858668e0d681813c651c8c } from '../../../components/admin/documents/invoice-page'
import { PaymentPage as PaymentPage_721217ec706cf35da6ee4ba6c19b956d } from '../../../components/admin/documents/payment-page'
import { MemberPage as MemberPage_37cdec8da07dce37f6909e263ff22493 } from '../../../components/admin/documents/member-page'
import { DealerPage as DealerPage_d1558cf8f0d60c8ed3e324728b34dbe4 } from '../../../components/admin/documents/dealer-page'
import { OrderPage as OrderPage_f574effb0b5cb6faba8c9491893f530a } from '../../../components/admin/documents/order-page'
import { ShipmentPage as ShipmentPage_7aeecfa08a7f6422464915e51fe004af } from '../../../components/admin/documents/shipment-page'
import { AdminNav as AdminNav_441d918e62891b354d8caf4912c50884 } from '../../../components/admin/nav/admin-nav'
import { BrandIcon as BrandIcon_2f104169c51205f172ff24839aa1aca5 } from '../../../components/admin/nav/brand'
import { BrandLogo as BrandLogo_2f104169c51205f172ff24839aa1aca5 } from '../../../components/admin/nav/brand'
import { SignInNote as SignInNote_2f104169c51205f172ff24839aa1aca5 } from '../../../components/admin/nav/brand'
import { Dashboard as Dashboard_65003b8a00d59977e4089582e5cb196e } from '../../../components/admin/dashboard/dashboard'
import { ForgotPassword as ForgotPassword_3cc4e696263feea252cf8ed01e10a0e6 } from '../../../components/admin/nav/forgot-password'
import { DoctorPage as DoctorPage_health } from '../../../components/admin/system/doctor-page'
import { HealthPage as HealthPage_health } from '../../../components/admin/system/health-page'
import { JobsPage as JobsPage_1669a531f9425c02f20236d886cb0ce2 } from '../../../components/admin/system/jobs-page'
import { MailboxPage as MailboxPage_105d56d7fb1200f089bdd696192c3962 } from '../../../components/admin/system/mailbox-page'
import { SettingsPage as SettingsPage_675ab3fb39b2ba1e3c6f758ac1361c22 } from '../../../components/admin/system/settings-page'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/components/admin/cells/plain-cells#DayCell": DayCell_abece2395e25f008f91a0d2a2ec46783,
  "/components/admin/cells/plain-cells#QuantityCell": QuantityCell_abece2395e25f008f91a0d2a2ec46783,
  "/components/admin/cells/money-cell#UnitPriceCell": UnitPriceCell_d3e10b0e866acfb55523b950b7d76ad5,
  "/components/admin/lists/list-tools#ListTools": ListTools_1f9e118c0695dd033c504147112b0dfa,
  "/components/admin/cells/money-cell#MoneyCell": MoneyCell_d3e10b0e866acfb55523b950b7d76ad5,
  "/components/admin/StatusCell#StatusCell": StatusCell_4da1f90de99340c8531cff72a46c36b2,
  "/components/admin/documents/invoice-page#InvoicePage": InvoicePage_928afb6904858668e0d681813c651c8c,
  "/components/admin/documents/payment-page#PaymentPage": PaymentPage_721217ec706cf35da6ee4ba6c19b956d,
  "/components/admin/documents/member-page#MemberPage": MemberPage_37cdec8da07dce37f6909e263ff22493,
  "/components/admin/documents/dealer-page#DealerPage": DealerPage_d1558cf8f0d60c8ed3e324728b34dbe4,
  "/components/admin/documents/order-page#OrderPage": OrderPage_f574effb0b5cb6faba8c9491893f530a,
  "/components/admin/documents/shipment-page#ShipmentPage": ShipmentPage_7aeecfa08a7f6422464915e51fe004af,
  "/components/admin/nav/admin-nav#AdminNav": AdminNav_441d918e62891b354d8caf4912c50884,
  "/components/admin/nav/brand#BrandIcon": BrandIcon_2f104169c51205f172ff24839aa1aca5,
  "/components/admin/nav/brand#BrandLogo": BrandLogo_2f104169c51205f172ff24839aa1aca5,
  "/components/admin/nav/brand#SignInNote": SignInNote_2f104169c51205f172ff24839aa1aca5,
  "/components/admin/dashboard/dashboard#Dashboard": Dashboard_65003b8a00d59977e4089582e5cb196e,
  "/components/admin/nav/forgot-password#ForgotPassword": ForgotPassword_3cc4e696263feea252cf8ed01e10a0e6,
  "/components/admin/system/doctor-page#DoctorPage": DoctorPage_health,
  "/components/admin/system/health-page#HealthPage": HealthPage_health,
  "/components/admin/system/jobs-page#JobsPage": JobsPage_1669a531f9425c02f20236d886cb0ce2,
  "/components/admin/system/mailbox-page#MailboxPage": MailboxPage_105d56d7fb1200f089bdd696192c3962,
  "/components/admin/system/settings-page#SettingsPage": SettingsPage_675ab3fb39b2ba1e3c6f758ac1361c22,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
