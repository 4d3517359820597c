import { salesEvents } from '@/domain/sales/events'
import { salesNotifications } from '@/domain/sales/notifications'
import { addCartLine } from '@/domain/sales/operations/add-cart-line'
import { addOrderLine } from '@/domain/sales/operations/add-order-line'
import { annotateOrder } from '@/domain/sales/operations/annotate-order'
import { billShipment } from '@/domain/sales/operations/bill-shipment'
import { cancelOrder } from '@/domain/sales/operations/cancel-order'
import { cancelOrderLine } from '@/domain/sales/operations/cancel-order-line'
import { checkoutCart } from '@/domain/sales/operations/checkout-cart'
import { clearCart } from '@/domain/sales/operations/clear-cart'
import { closeOrder } from '@/domain/sales/operations/close-order'
import { confirmOrder } from '@/domain/sales/operations/confirm-order'
import { confirmReceipt } from '@/domain/sales/operations/confirm-receipt'
import { discardOrder } from '@/domain/sales/operations/discard-order'
import { draftOrder } from '@/domain/sales/operations/draft-order'
import { editOrder } from '@/domain/sales/operations/edit-order'
import { markShipmentBilled } from '@/domain/sales/operations/mark-shipment-billed'
import { openCheckout } from '@/domain/sales/operations/open-checkout'
import { pasteCartLines } from '@/domain/sales/operations/paste-cart-lines'
import { placeOrder } from '@/domain/sales/operations/place-order'
import { processOrder } from '@/domain/sales/operations/process-order'
import { reconsiderOrder } from '@/domain/sales/operations/reconsider-order'
import { removeCartLine } from '@/domain/sales/operations/remove-cart-line'
import { removeOrderLine } from '@/domain/sales/operations/remove-order-line'
import { setCartLine } from '@/domain/sales/operations/set-cart-line'
import { setOrderLine } from '@/domain/sales/operations/set-order-line'
import { shipOrder } from '@/domain/sales/operations/ship-order'
import { submitOrder } from '@/domain/sales/operations/submit-order'
import { salesPermissions } from '@/domain/sales/permissions'
import { salesSequences } from '@/domain/sales/sequences'
import { salesSettings } from '@/domain/sales/settings'
import { orderMachine, shipmentMachine } from '@/domain/sales/status'
import { defineModule } from '@/kernel/module'

export {
  addCartLine,
  addOrderLine,
  annotateOrder,
  billShipment,
  cancelOrder,
  cancelOrderLine,
  checkoutCart,
  clearCart,
  closeOrder,
  confirmOrder,
  confirmReceipt,
  discardOrder,
  draftOrder,
  editOrder,
  markShipmentBilled,
  openCheckout,
  pasteCartLines,
  placeOrder,
  processOrder,
  reconsiderOrder,
  removeCartLine,
  removeOrderLine,
  setCartLine,
  setOrderLine,
  shipOrder,
  submitOrder,
}
export { orderActions, orderActionSource, shipmentActions, shipmentActionSource } from '@/domain/sales/actions'
export * from '@/domain/sales/events'
export { orderedBetween } from '@/domain/sales/queries/exposure'
export { comingFor, spendPerMonth, type Coming, type SpendMonth } from '@/domain/sales/queries/buying'
export { cartCount } from '@/domain/sales/queries/cart-count'
export { cartOf, type CartLineView, type CartView } from '@/domain/sales/queries/cart'
export { listOrders, type OrderListed, type OrdersWish } from '@/domain/sales/queries/order-list'
export { orderPage, orderView, type OrderPage, type OrderPageLine, type OrderPageShipment, type OrderView } from '@/domain/sales/queries/order-page'
export { ordersOfLines } from '@/domain/sales/queries/orders-of-lines'
export { quoteFor, QuoteLines } from '@/domain/sales/queries/quote'
export { listShipments, shipmentView, type ShipmentListed, type ShipmentsWish, type ShipmentView } from '@/domain/sales/queries/shipments'
export { trackingOf } from '@/domain/sales/queries/tracking'
export { autoConfirm, buyerMayCancel, cartHoldMinutes, pastedLinesFeature } from '@/domain/sales/settings'
export { orderMachine, shipmentMachine } from '@/domain/sales/status'
export { orderStream } from '@/domain/sales/streams'

/** Carts, orders and shipments: from what somebody wants to what has arrived. */
export const salesModule = defineModule({
  name: 'sales',
  machines: [orderMachine, shipmentMachine],
  permissions: salesPermissions,
  events: salesEvents,
  notifications: salesNotifications,
  sequences: salesSequences,
  settings: salesSettings,
  operations: [
    addCartLine,
    setCartLine,
    removeCartLine,
    clearCart,
    pasteCartLines,
    openCheckout,
    checkoutCart,
    placeOrder,
    draftOrder,
    editOrder,
    addOrderLine,
    setOrderLine,
    removeOrderLine,
    discardOrder,
    submitOrder,
    confirmOrder,
    processOrder,
    cancelOrder,
    cancelOrderLine,
    closeOrder,
    annotateOrder,
    reconsiderOrder,
    shipOrder,
    confirmReceipt,
    billShipment,
    markShipmentBilled,
  ],
})
