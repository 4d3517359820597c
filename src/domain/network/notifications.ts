import { domainFailing, domainLost } from '@/domain/network/events'
import { defineNotification } from '@/kernel/notification'

const sample = { host: 'portal.harbor.example', organizationName: 'Harbor Bikes', problem: 'No TXT record at _thoroughfare.portal.harbor.example.', failures: 1 }
const common = { to: { side: 'owner', holding: 'domain.write' }, channels: ['in-app', 'email'], category: 'security', path: () => '/admin/settings?tab=domains' } as const

export const domainFailingNotification = defineNotification({
  ...common,
  name: 'domain-failing',
  on: domainFailing,
  subject: ({ host }) => `${host} could not be proven again`,
  body: ({ organizationName, problem, left }) =>
    `The daily check of the portal domain of ${organizationName} failed. ${problem} It goes on counting for ${left} more ${left === 1 ? 'check' : 'checks'}.`,
  sample: { ...sample, left: 2 },
})

export const domainLostNotification = defineNotification({
  ...common,
  name: 'domain-lost',
  on: domainLost,
  subject: ({ host }) => `${host} is no portal domain any more`,
  body: ({ organizationName, problem, failures }) =>
    `The portal domain of ${organizationName} failed ${failures} daily ${failures === 1 ? 'check' : 'checks in a row'}. ${problem} Its visitors see the usual sign-in page until it is proven again.`,
  sample: { ...sample, failures: 3 },
})

export const networkNotifications = [domainFailingNotification, domainLostNotification]
