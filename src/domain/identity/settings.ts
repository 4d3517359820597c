import { z } from 'zod'
import { defineFlag, defineSetting } from '@/kernel/setting'

const PASSWORDS = { group: 'Passwords', page: 'security', write: 'policy.write' } as const
const SESSIONS = { group: 'Sessions', page: 'security', write: 'policy.write' } as const

export const passwordProfile = defineSetting({
  ...PASSWORDS,
  key: 'identity.passwordProfile',
  schema: z.enum(['classic', 'modern']),
  default: 'classic',
  label: 'What a password must look like',
  help: 'classic: at least 8 characters with capital and small letters, digits and signs; administrators change theirs regularly. modern (NIST, ASVS): at least 12 characters of any kind, without expiry. Common passwords and own names are refused by both.',
  editor: { kind: 'choice', labels: { classic: 'Classic: 8 characters, four kinds', modern: 'Modern (NIST, ASVS): 12 characters of any kind' } },
})

export const passwordMinimum = defineSetting({
  ...PASSWORDS,
  key: 'identity.passwordMinimum',
  schema: z.int().min(8).max(64),
  default: 8,
  label: 'Shortest password',
  help: 'Counts where it asks for more than the profile above.',
  editor: { kind: 'number', unit: 'characters' },
})

export const passwordHistory = defineSetting({
  ...PASSWORDS,
  key: 'identity.passwordHistory',
  schema: z.int().min(0).max(24),
  default: 5,
  label: 'Earlier passwords that must not come back',
  help: 'The present one and those before it. 0: any password may be taken again.',
  editor: { kind: 'number', unit: 'passwords' },
})

export const passwordMaxDays = defineSetting({
  ...PASSWORDS,
  key: 'identity.passwordMaxDays',
  schema: z.int().min(0).max(3_650),
  default: 90,
  label: 'Administrators change their password after',
  help: 'Only with the classic profile. 0: never.',
  editor: { kind: 'duration', unit: 'days' },
})

export const sessionIdleAdministrators = defineSetting({
  ...SESSIONS,
  key: 'identity.sessionIdleMinutesAdministrators',
  schema: z.int().min(1).max(10_080),
  default: 30,
  label: 'Administrators are signed out when idle for',
  help: 'Administrators are people who may give roles or change settings. It counts from the next sign-in.',
  editor: { kind: 'duration', unit: 'minutes' },
})

export const sessionHoursAdministrators = defineSetting({
  ...SESSIONS,
  key: 'identity.sessionHoursAdministrators',
  schema: z.int().min(1).max(168),
  default: 12,
  label: 'Administrators sign in again after',
  help: 'However busy they are.',
  editor: { kind: 'duration', unit: 'hours' },
})

export const sessionIdle = defineSetting({
  ...SESSIONS,
  key: 'identity.sessionIdleMinutes',
  schema: z.int().min(1).max(43_200),
  default: 1_440,
  label: 'Everybody else is signed out when idle for',
  help: 'It counts from the next sign-in.',
  editor: { kind: 'duration', unit: 'minutes' },
})

export const sessionHours = defineSetting({
  ...SESSIONS,
  key: 'identity.sessionHours',
  schema: z.int().min(1).max(720),
  default: 168,
  label: 'Everybody else signs in again after',
  help: 'However busy they are.',
  editor: { kind: 'duration', unit: 'hours' },
})

export const sessionLimit = defineSetting({
  ...SESSIONS,
  key: 'identity.sessionLimit',
  schema: z.int().min(1).max(50),
  default: 5,
  label: 'Sessions of one person at a time',
  help: 'One more ends the oldest.',
  editor: { kind: 'number', unit: 'sessions' },
})

export const apiKeysFeature = defineFlag({
  key: 'identity.apiKeys',
  label: 'API keys of dealers',
  help: 'Dealers make API keys for their own programs and change them. Without it keys there are go on working until they are suspended or revoked.',
  default: true,
  gates: ['api-key.write'],
})

export const identitySettings = [
  passwordProfile,
  passwordMinimum,
  passwordHistory,
  passwordMaxDays,
  sessionIdleAdministrators,
  sessionHoursAdministrators,
  sessionIdle,
  sessionHours,
  sessionLimit,
  apiKeysFeature,
]
