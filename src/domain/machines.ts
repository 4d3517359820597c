import { invoiceMachine, paymentMachine } from '@/domain/finance/status'
import { securityEventMachine } from '@/domain/core/security/status'
import { dealerMachine } from '@/domain/network/status'
import { orderMachine, shipmentMachine } from '@/domain/sales/status'
import type { Machine } from '@/kernel/machine'

/** Every machine: guards, badges, buttons and diagrams are made from them. */
export const machines: readonly Machine[] = [dealerMachine, orderMachine, shipmentMachine, invoiceMachine, paymentMachine, securityEventMachine]
