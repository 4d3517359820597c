import { z } from 'zod'
import { defineEvent } from '@/kernel/event'

/** The token is sealed (platform/keys) for the event `member.invited`; only the mail's job opens it. */
export const memberInvited = defineEvent({
  name: 'member.invited',
  description: 'Somebody was invited into an organization.',
  schema: z.object({
    membership: z.string(),
    invitation: z.string(),
    name: z.string(),
    email: z.string(),
    organizationName: z.string(),
    invitedBy: z.string(),
    sealedToken: z.string(),
    expiresAt: z.string(),
  }),
})

export const memberJoined = defineEvent({
  name: 'member.joined',
  description: 'An invited person accepted.',
  schema: z.object({ membership: z.string(), name: z.string(), email: z.string(), organizationName: z.string() }),
})

const Member = z.object({ membership: z.string(), name: z.string(), email: z.string() })

export const memberRolesChanged = defineEvent({
  name: 'member.roles-changed',
  description: 'The roles of a member were changed.',
  schema: Member.extend({ roles: z.array(z.string()) }),
})

export const memberSuspended = defineEvent({
  name: 'member.suspended',
  description: 'A member was suspended and signed out.',
  schema: Member,
})

export const memberReinstated = defineEvent({
  name: 'member.reinstated',
  description: 'A suspended member may work again.',
  schema: Member,
})

export const memberRemoved = defineEvent({
  name: 'member.removed',
  description: 'A person left an organization.',
  schema: Member,
})

/** The token is sealed (platform/keys) for the event `password.reset-requested`; only the mail's job opens it. */
export const passwordResetRequested = defineEvent({
  name: 'password.reset-requested',
  description: 'A person asked for a link to set a new password.',
  schema: z.object({ user: z.string(), name: z.string(), email: z.string(), sealedToken: z.string(), expiresAt: z.string() }),
})

export const passwordChanged = defineEvent({
  name: 'password.changed',
  description: 'A person set a new password.',
  schema: z.object({ user: z.string(), name: z.string(), email: z.string() }),
})

export const rolesChanged = defineEvent({
  name: 'role.changed',
  description: 'An own role was made, changed or deleted.',
  schema: z.object({ role: z.string(), key: z.string(), name: z.string() }),
})

const ApiKey = z.object({ key: z.string(), name: z.string(), prefix: z.string() })

export const apiKeyCreated = defineEvent({ name: 'api-key.created', description: 'Somebody made an API key.', schema: ApiKey })
export const apiKeyChanged = defineEvent({ name: 'api-key.changed', description: 'What an API key may do was changed.', schema: ApiKey })
export const apiKeyRotated = defineEvent({ name: 'api-key.rotated', description: 'An API key got a new secret.', schema: ApiKey })
export const apiKeySuspended = defineEvent({ name: 'api-key.suspended', description: 'An API key was suspended.', schema: ApiKey })
export const apiKeyResumed = defineEvent({ name: 'api-key.resumed', description: 'A suspended API key works again.', schema: ApiKey })
export const apiKeyRevoked = defineEvent({ name: 'api-key.revoked', description: 'An API key was ended for good.', schema: ApiKey })

export const personErased = defineEvent({
  name: 'person.erased',
  description: 'The personal data of a person was erased; what remains names nobody.',
  schema: z.object({ user: z.string(), reason: z.string(), counts: z.record(z.string(), z.number()) }),
})
