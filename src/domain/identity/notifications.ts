import { passwordChanged } from '@/domain/identity/events'
import { signInNewDevice } from '@/domain/identity/sign-in-events'
import { defineNotification } from '@/kernel/notification'

const person = { user: '00000000-0000-7000-8000-000000000001', name: 'Bea Buyer', email: 'bea@harbor.example' }
const sample = {
  ...person,
  ...{ ip: '203.0.113.7', network: '203.0.113.0/24', agent: null, device: 'Desktop', browser: 'Firefox 140', system: 'Windows 11' },
  ...{ place: null, at: '2026-07-01T09:30:00.000Z' },
}

export const newDeviceNotification = defineNotification({
  name: 'sign-in-new-device',
  on: signInNewDevice,
  to: { side: 'actor' },
  channels: ['in-app', 'email'],
  category: 'security',
  mandatory: true,
  subject: ({ browser, system }) => `New sign-in with ${[browser ?? 'an unknown browser', system].filter(Boolean).join(' on ')}`,
  body: ({ at, network, place, ip }, words) =>
    `Your account was signed in to on ${words.instant(at)} from ${place ?? ip ?? network}, with a browser we did not know. If it was not you, end that session and change your password.`,
  path: () => '/my-security',
  sample,
})

export const passwordChangedNotification = defineNotification({
  name: 'password-changed',
  on: passwordChanged,
  to: { side: 'actor' },
  channels: ['email'],
  category: 'security',
  mandatory: true,
  subject: () => 'Your password was changed',
  body: () => 'The password of your account was changed, and every session was ended. If it was not you, ask for a new password at once and tell your administrator.',
  path: () => '/my-security',
  sample: person,
})

export const identityNotifications = [newDeviceNotification, passwordChangedNotification]
