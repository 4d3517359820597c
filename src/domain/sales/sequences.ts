import { defineSequence } from '@/kernel/sequence'

export const orderNumbers = defineSequence({ name: 'order', scope: ['organization'], pattern: 'SO-{000000}' })

export const shipmentNumbers = defineSequence({ name: 'shipment', scope: ['organization'], pattern: 'SH-{000000}' })

export const salesSequences = [orderNumbers, shipmentNumbers]
