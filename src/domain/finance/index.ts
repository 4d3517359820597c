import { financeEvents } from '@/domain/finance/events'
import { financeNotifications } from '@/domain/finance/notifications'
import { allocatePayment } from '@/domain/finance/operations/allocate-payment'
import { annotateInvoice } from '@/domain/finance/operations/annotate-invoice'
import { applyCreditNote } from '@/domain/finance/operations/apply-credit-note'
import { attachPdf } from '@/domain/finance/operations/attach-pdf'
import { cancelPayment } from '@/domain/finance/operations/cancel-payment'
import { clearPayment } from '@/domain/finance/operations/clear-payment'
import { creditInvoice } from '@/domain/finance/operations/credit-invoice'
import { deleteDraft } from '@/domain/finance/operations/delete-draft'
import { draftInvoice } from '@/domain/finance/operations/draft-invoice'
import { postInvoice } from '@/domain/finance/operations/post-invoice'
import { recordPayment } from '@/domain/finance/operations/record-payment'
import { resendInvoice } from '@/domain/finance/operations/resend-invoice'
import { reversePayment } from '@/domain/finance/operations/reverse-payment'
import { unallocatePayment } from '@/domain/finance/operations/unallocate-payment'
import { voidInvoice } from '@/domain/finance/operations/void-invoice'
import { financePermissions } from '@/domain/finance/permissions'
import { invoiceNumbers, paymentNumbers } from '@/domain/finance/sequences'
import { financeSettings } from '@/domain/finance/settings'
import { invoiceMachine, paymentMachine } from '@/domain/finance/status'
import { defineModule } from '@/kernel/module'

export { invoiceActionSource, paymentActionSource } from '@/domain/finance/actions'
export { lockCredit, lockCreditFor, type CreditStanding, type OpenMoney } from '@/domain/finance/credit'
export {
  invoicePaid,
  invoicePosted,
  invoiceResent,
  invoiceVoided,
  paymentCleared,
  paymentReversed,
} from '@/domain/finance/events'
export { ageing, type Ageing } from '@/domain/finance/queries/ageing'
export { balanceOf, partyOf, sellersOf, type Balance } from '@/domain/finance/queries/balance'
export { invoicePage, invoiceView, type InvoicePage, type InvoiceView } from '@/domain/finance/queries/invoice-page'
export { listInvoices, type InvoiceListed, type InvoicesWish } from '@/domain/finance/queries/list-invoices'
export { listPayments, paymentPage, type PaymentPage, type PaymentView } from '@/domain/finance/queries/payments'
export { taxSummary, type TaxSum } from '@/domain/finance/queries/tax-summary'
export { overdueInvoices, revenuePerMonth } from '@/domain/finance/queries/today'
export { creditExposure, mustBeWithinCredit, type CreditFacts } from '@/domain/finance/rules'
export { applyCredit, invoiceOn, taxRounding, termsDays } from '@/domain/finance/settings'
export { computeDocument, type ComputedDocument, type ComputedLine, type TaxAmount } from '@/domain/finance/tax'
export type { PickedTaxes } from '@/domain/finance/tax-rates'
export type { Rounding, Tax } from '@/domain/finance/tax-split'
export { relatedInvoices, type RelatedInvoice } from '@/domain/finance/queries/related'
export { taxesFor } from '@/domain/finance/taxes-for'
export {
  allocatePayment,
  annotateInvoice,
  applyCreditNote,
  attachPdf,
  cancelPayment,
  clearPayment,
  creditInvoice,
  deleteDraft,
  draftInvoice,
  postInvoice,
  recordPayment,
  resendInvoice,
  reversePayment,
  unallocatePayment,
  voidInvoice,
}

/** What is billed, what was paid, what is open. */
export const financeModule = defineModule({
  name: 'finance',
  machines: [invoiceMachine, paymentMachine],
  permissions: financePermissions,
  events: financeEvents,
  notifications: financeNotifications,
  sequences: [invoiceNumbers, paymentNumbers],
  settings: financeSettings,
  operations: [
    draftInvoice,
    postInvoice,
    voidInvoice,
    creditInvoice,
    deleteDraft,
    annotateInvoice,
    resendInvoice,
    applyCreditNote,
    recordPayment,
    clearPayment,
    cancelPayment,
    allocatePayment,
    unallocatePayment,
    reversePayment,
    attachPdf,
  ],
})
