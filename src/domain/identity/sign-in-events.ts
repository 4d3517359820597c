import { z } from 'zod'
import { defineEvent } from '@/kernel/event'

/** Where it came from; null where nobody knows. */
const Where = z.object({
  ip: z.string().nullable(),
  network: z.string(),
  agent: z.string().nullable(),
  device: z.string().nullable(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  place: z.string().nullable(),
})

const Person = Where.extend({ user: z.string(), name: z.string(), email: z.string() })

export const signInFailed = defineEvent({
  name: 'sign-in.failed',
  description: 'Somebody gave a wrong password for an account.',
  schema: Person,
})

export const signInLocked = defineEvent({
  name: 'sign-in.locked',
  description: 'Too many wrong passwords from one network or device: it may not try again for a while. The account stays open to others.',
  schema: Person,
})

/** The token is sealed (platform/keys) for this event; only the mail's job opens it. */
export const signInChallenged = defineEvent({
  name: 'sign-in.challenged',
  description: 'The right password came from an unknown device while the account was under attack: the owner confirms by mail.',
  schema: Person.extend({ sealedToken: z.string(), expiresAt: z.string() }),
})

export const signInNewDevice = defineEvent({
  name: 'sign-in.new-device',
  description: 'A person signed in from a browser that was not known.',
  schema: Person.extend({ at: z.string() }),
})

export const sessionOpened = defineEvent({
  name: 'session.opened',
  description: 'A person signed in.',
  schema: Person.extend({ isNewDevice: z.boolean() }),
})

export const sessionRevoked = defineEvent({
  name: 'session.revoked',
  description: 'Sessions were ended from somewhere else, by the person or by an administrator.',
  schema: z.object({ user: z.string(), name: z.string(), email: z.string(), sessions: z.number(), by: z.string() }),
})

export const passwordOrdered = defineEvent({
  name: 'password.ordered',
  description: 'An administrator asked a person to set a new password; the present one does not sign in any more.',
  schema: z.object({ user: z.string(), name: z.string(), email: z.string(), by: z.string() }),
})
