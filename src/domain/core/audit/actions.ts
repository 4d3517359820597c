/**
 * The named actions of people's activity, and the operations each of them is. An action that the product does not have
 * yet has no line here; it gets one with its operation.
 */
export const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  LOGIN: ['session.open'],
  LOGIN_FAILED: ['session.open'],
  LOGOUT: ['session.close', 'session.revoke', 'session.revoke-others', 'session.end-all'],
  PASSWORD_CHANGE: ['password.change'],
  PASSWORD_RESET: ['password.forgot', 'password.reset', 'password.order'],
  USER_CREATE: ['member.invite', 'invitation.accept'],
  USER_UPDATE: ['person.update', 'member.suspend', 'member.reinstate'],
  USER_DELETE: ['member.remove', 'person.erase'],
  ROLE_CHANGE: ['member.assign-role', 'member.add-role', 'member.take-role', 'role.copy', 'role.change', 'role.delete'],
  VEHICLE_CREATE: ['product.create', 'variant.create'],
  VEHICLE_UPDATE: ['product.update', 'variant.update'],
  VEHICLE_DELETE: ['product.delete', 'variant.delete'],
  BOOKING_CREATE: ['order.draft', 'order.place', 'order.submit'],
  BOOKING_UPDATE: ['order.edit', 'order.annotate', 'order.add-line', 'order.set-line', 'order.remove-line', 'order.cancel-line'],
  BOOKING_CANCEL: ['order.cancel'],
  BOOKING_STATUS_CHANGE: ['order.confirm', 'order.process', 'order.reconsider', 'order.close', 'shipment.ship', 'shipment.confirm-receipt'],
  PAYMENT_PROCESS: ['payment.record', 'payment.clear', 'payment.allocate'],
  PAYMENT_REFUND: ['payment.reverse', 'payment.cancel', 'invoice.credit'],
  SETTINGS_UPDATE: ['setting.set', 'setting.reset', 'company.set', 'notification.set-preferences'],
}

/** The action an entry is, for the API's activity; null when it is none of the named ones. */
export function actionOf(operation: string, outcome: string): string | null {
  if (operation === 'session.open') return outcome === 'failure' ? 'LOGIN_FAILED' : 'LOGIN'
  return BY_OPERATION.get(operation) ?? null
}

const BY_OPERATION = new Map(Object.entries(ACTIONS).flatMap(([action, operations]) => operations.map((one) => [one, action] as const)))
