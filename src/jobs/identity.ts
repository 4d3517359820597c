import { writeDeviceConfirmation } from '@/domain/core'
import { forgetOldSignIns, signInChallenged } from '@/domain/identity'
import { every, on, type Job } from '@/platform/queue/jobs'

/** What follows sign-ins: the mail that confirms a device; and what is over is forgotten. */
export const identityJobs: readonly Job[] = [
  on(signInChallenged, writeDeviceConfirmation, ({ id, organization, data }) => ({
    ...{ event: id, organization, user: data.user, name: data.name, email: data.email },
    ...{ sealedToken: data.sealedToken, expiresAt: data.expiresAt },
    from: [data.browser ?? 'an unknown browser', data.system, data.place ?? data.ip].filter(Boolean).join(', '),
  })),
  every('session-forget', () => 3_600, forgetOldSignIns),
]
