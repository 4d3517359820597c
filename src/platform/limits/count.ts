import { refuse } from '@/kernel/errors'
import { figuresOf, installationFigures, type Figures } from '@/platform/limits/figures'
import { networkOf } from '@/platform/limits/network'
import { RATES, type RateClass } from '@/platform/limits/rates'
import { addPoints, type Used } from '@/platform/limits/store'
import { tallied, tally } from '@/platform/limits/tally'

/** Who is counted: a person or an API key by id, the text of a key nobody has looked at yet, or an address. */
export type Sender = { kind: 'person' | 'key' | 'secret'; id: string } | { kind: 'address'; ip: string | null }

/** Where somebody stands in a window. */
export interface Standing {
  name: RateClass
  limit: number
  remaining: number
  /** Seconds until the window begins anew. */
  reset: number
  /** The first request too many of this window. */
  isJustFull: boolean
}

/** What a request asks for, as far as it is counted. */
export interface Asked {
  name: RateClass | null
  /** Bytes it brings along. */
  bytes?: number
  /** Told of each window, the one that matters most last; before a refusal too. */
  tell: (standing: Standing) => void
}

// Nothing is lost when a process forgets them.
const IN_MEMORY: ReadonlySet<RateClass> = new Set<RateClass>(['search', 'stream'])

/**
 * Counts a request before any work is done for it; TOO_MANY when one of its windows is full. Requests, bursts, searches,
 * streams and strangers are counted in memory; sign-in, recovery, exports and uploads in the store all processes share.
 */
export async function countRequest(sender: Sender, { name, bytes = 0, tell }: Asked): Promise<void> {
  const figures = isKnown(sender) ? await figuresOf(sender.id) : installationFigures
  const key = keyOf(sender)
  const check = (one: RateClass, used: Used) => mustFit(figures, one, used, tell)
  if (sender.kind === 'address') check('anonymous', inMemory('anonymous', key))
  else {
    check('burst', inMemory('burst', key))
    check('general', inMemory('general', key))
  }
  if (name === 'upload') check('megabytes', await inStore('megabytes', key, Math.ceil(bytes / 1_000_000)))
  if (name) check(name, IN_MEMORY.has(name) ? inMemory(name, key) : await inStore(name, key, 1))
}

/** Counts a wish that concerns an account, whoever sends it; TOO_MANY for known and unknown addresses alike. */
export async function countAccount(email: string): Promise<void> {
  mustFit(installationFigures, 'account', await inStore('account', email.trim().toLowerCase(), 1))
}

/** Counts a sender that could not prove who it is. */
export function countStranger(ip: string | null): void {
  inMemory('anonymous', keyOf({ kind: 'address', ip }))
}

/** TOO_MANY when an address has used up what strangers may ask for. */
export function mayAsk(ip: string | null): void {
  mustFit(installationFigures, 'anonymous', tallied(`anonymous:${keyOf({ kind: 'address', ip })}`))
}

function mustFit(figures: Figures, name: RateClass, used: Used, tell?: (standing: Standing) => void): void {
  const limit = figures[name]
  const reset = Math.max(1, Math.ceil(used.ms / 1_000))
  tell?.({ name, limit, remaining: Math.max(limit - used.points, 0), reset, isJustFull: used.points === limit + 1 })
  if (used.points > limit) refuse('TOO_MANY', { seconds: reset })
}

function inMemory(name: RateClass, key: string): Used {
  // A burst is over before the others would hear of it.
  return tally(`${name}:${key}`, RATES[name].seconds, name !== 'burst')
}

function inStore(name: RateClass, key: string, points: number): Promise<Used> {
  return addPoints(`${name}:${key}`, points, RATES[name].seconds)
}

function isKnown(sender: Sender): sender is { kind: 'person' | 'key'; id: string } {
  return sender.kind === 'person' || sender.kind === 'key'
}

function keyOf(sender: Sender): string {
  return sender.kind === 'address' ? `a:${networkOf(sender.ip)}` : `${sender.kind}:${sender.id}`
}
