import { definePermissions } from '@/kernel/permission'

export const financePermissions = definePermissions('finance', {
  'invoice.read': 'See invoices',
  'invoice.draft': 'Draft an invoice for a shipment',
  'invoice.post': 'Post an invoice',
  'invoice.void': 'Void a posted invoice',
  'invoice.credit': 'Credit a posted invoice',
  'payment.read': 'See payments and allocations',
  'payment.record': 'Record and clear payments',
  'payment.allocate': 'Allocate payments to invoices',
  'payment.reverse': 'Reverse a cleared payment',
  'tax-rate.read': 'See tax rates',
  'tax-rate.write': 'Create and change tax rates',
})
