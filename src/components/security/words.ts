import type { Tone } from '@/kernel/machine'

/** What a session or a sign-in says about its browser. */
export interface Machine {
  device: string | null
  browser: string | null
  system: string | null
}

const OUTCOMES: Readonly<Record<string, { label: string; tone: Tone }>> = {
  'signed-in': { label: 'Signed in', tone: 'success' },
  'wrong-password': { label: 'Wrong password', tone: 'warning' },
  locked: { label: 'Locked out', tone: 'danger' },
  'confirmation-asked': { label: 'Confirmation asked', tone: 'warning' },
  'password-expired': { label: 'New password needed', tone: 'info' },
  'no-organization': { label: 'No organization', tone: 'neutral' },
}

/** How a try to sign in ended, in a word and a tone. */
export function outcomeOf(outcome: string): { label: string; tone: Tone } {
  return OUTCOMES[outcome] ?? { label: outcome, tone: 'neutral' }
}

/** "Chrome 142 on Windows 11", as far as it is known. */
export function machineOf({ browser, system, device }: Machine): string {
  const name = browser ?? (device === 'Program' ? 'A program' : 'Unknown browser')
  return system ? `${name} on ${system}` : name
}

/** "Chicago, 203.0.113.7": where it came from, as far as it is known. */
export function originOf({ place, ip, network }: { place: string | null; ip: string | null; network: string }): string {
  const address = ip ?? (network === 'unknown' ? 'Address unknown' : network)
  return place ? `${place}, ${address}` : address
}
