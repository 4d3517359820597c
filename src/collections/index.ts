import type { CollectionConfig } from 'payload'
import { Brands } from '@/collections/catalog/Brands'
import { Categories } from '@/collections/catalog/Categories'
import { PriceLists } from '@/collections/catalog/PriceLists'
import { Prices } from '@/collections/catalog/Prices'
import { Products } from '@/collections/catalog/Products'
import { Units } from '@/collections/catalog/Units'
import { Variants } from '@/collections/catalog/Variants'
import { Files } from '@/collections/content/Files'
import { Media } from '@/collections/content/Media'
import { AuditLog } from '@/collections/core/AuditLog'
import { Batches } from '@/collections/core/Batches'
import { BatchItems } from '@/collections/core/BatchItems'
import { CustomFields } from '@/collections/core/CustomFields'
import { Exports } from '@/collections/core/Exports'
import { IdempotencyKeys } from '@/collections/core/IdempotencyKeys'
import { ImportRows } from '@/collections/core/ImportRows'
import { Imports } from '@/collections/core/Imports'
import { NotificationDeliveries } from '@/collections/core/NotificationDeliveries'
import { NotificationPreferences } from '@/collections/core/NotificationPreferences'
import { Notifications } from '@/collections/core/Notifications'
import { OutboxEvents } from '@/collections/core/OutboxEvents'
import { SecurityEvents } from '@/collections/core/SecurityEvents'
import { Sequences } from '@/collections/core/Sequences'
import { Settings } from '@/collections/core/Settings'
import { Allocations } from '@/collections/finance/Allocations'
import { InvoiceLines } from '@/collections/finance/InvoiceLines'
import { Invoices } from '@/collections/finance/Invoices'
import { Payments } from '@/collections/finance/Payments'
import { TaxRates } from '@/collections/finance/TaxRates'
import { ApiKeys } from '@/collections/identity/ApiKeys'
import { Invitations } from '@/collections/identity/Invitations'
import { MembershipRoles } from '@/collections/identity/MembershipRoles'
import { Memberships } from '@/collections/identity/Memberships'
import { RolePermissions } from '@/collections/identity/RolePermissions'
import { Roles } from '@/collections/identity/Roles'
import { Users } from '@/collections/identity/Users'
import { ReorderRules } from '@/collections/inventory/ReorderRules'
import { Reservations } from '@/collections/inventory/Reservations'
import { StockLevels } from '@/collections/inventory/StockLevels'
import { StockMoves } from '@/collections/inventory/StockMoves'
import { StorageLocations } from '@/collections/inventory/StorageLocations'
import { Warehouses } from '@/collections/inventory/Warehouses'
import { Addresses } from '@/collections/network/Addresses'
import { Branches } from '@/collections/network/Branches'
import { DealerTiers } from '@/collections/network/DealerTiers'
import { Dealers } from '@/collections/network/Dealers'
import { OrganizationDomains } from '@/collections/network/OrganizationDomains'
import { Organizations } from '@/collections/network/Organizations'
import { Suppliers } from '@/collections/network/Suppliers'
import { Territories } from '@/collections/network/Territories'
import { CartLines } from '@/collections/sales/CartLines'
import { Carts } from '@/collections/sales/Carts'
import { OrderLines } from '@/collections/sales/OrderLines'
import { Orders } from '@/collections/sales/Orders'
import { ShipmentLines } from '@/collections/sales/ShipmentLines'
import { Shipments } from '@/collections/sales/Shipments'
import { inAdmin } from '@/components/admin/collections'

/** Every collection, in a fixed order: append new ones at the end of their module. */
export const collections: CollectionConfig[] = [
  Brands,
  Categories,
  PriceLists,
  Prices,
  Products,
  Units,
  Variants,
  Files,
  Media,
  AuditLog,
  CustomFields,
  Exports,
  IdempotencyKeys,
  ImportRows,
  Imports,
  NotificationDeliveries,
  NotificationPreferences,
  Notifications,
  OutboxEvents,
  SecurityEvents,
  Sequences,
  Settings,
  Batches,
  BatchItems,
  Allocations,
  InvoiceLines,
  Invoices,
  Payments,
  TaxRates,
  Invitations,
  ApiKeys,
  MembershipRoles,
  Memberships,
  RolePermissions,
  Roles,
  Users,
  ReorderRules,
  Reservations,
  StockLevels,
  StockMoves,
  StorageLocations,
  Warehouses,
  Addresses,
  Branches,
  DealerTiers,
  Dealers,
  Organizations,
  Suppliers,
  Territories,
  OrganizationDomains,
  CartLines,
  Carts,
  OrderLines,
  Orders,
  ShipmentLines,
  Shipments,
].map(inAdmin)
