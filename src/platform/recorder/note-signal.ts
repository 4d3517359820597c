import type { Payload } from 'payload'
import { keep } from '@/platform/recorder/recorder'
import { signalOf, type Noticed, type SignalKind } from '@/platform/recorder/signal'

/**
 * Notes a signal. It costs no database: signals wait in memory and are written within a second, outside of the
 * transaction that may be rolled back. Only a killed process loses the last of them.
 */
export function noteSignal(payload: Payload, kind: SignalKind, noticed: Noticed): void {
  keep(payload, 'signals', signalOf(kind, noticed))
}
