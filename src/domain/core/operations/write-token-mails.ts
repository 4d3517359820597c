import { z } from 'zod'
import { mustBeSystem } from '@/domain/core/system-only'
import { writeMail } from '@/domain/core/write-mail'
import { wordsFor } from '@/kernel/words'
import { defineOperation, type Context } from '@/platform/operation'

const Token = { event: z.uuid(), name: z.string(), email: z.string(), sealedToken: z.string(), expiresAt: z.string() }

/** Writes the mail of an invitation. The token in it stays sealed until the mail is sent. */
export const writeInvitation = defineOperation({
  name: 'mail.write-invitation',
  permission: null,
  summary: 'Write the mail of an invitation',
  input: z.strictObject({ ...Token, organization: z.uuid(), organizationName: z.string(), invitedBy: z.string() }),
  run: async (ctx, { event, organization, organizationName, invitedBy, ...person }) => {
    mustBeSystem(ctx)
    const sender = await senderOf(ctx, organization)
    const delivery = writeMail(ctx, {
      key: `${event}:invitation`,
      to: person.email,
      subject: `${invitedBy} invites you to ${organizationName}`,
      organization,
      tree: sender.tree,
      person: null,
      message: {
        heading: `Welcome to ${organizationName}`,
        paragraphs: [
          `Hello ${person.name},`,
          `${invitedBy} invited you to work for ${organizationName}. Choose a password, and you can begin.`,
          `The invitation is valid until ${sender.words.instant(person.expiresAt)}.`,
        ],
        action: { label: 'Accept the invitation', path: '/accept-invitation?token={token}' },
        token: { purpose: 'invite', sealed: person.sealedToken },
        brand: { name: organizationName, color: sender.color },
        footer: 'If you do not know who invited you, ignore this mail.',
      },
    })
    return { delivery }
  },
})

/** Writes the mail with which a person sets a new password. */
export const writePasswordReset = defineOperation({
  name: 'mail.write-reset',
  permission: null,
  summary: 'Write the mail for a new password',
  input: z.strictObject({ ...Token, organization: z.uuid(), user: z.uuid() }),
  run: async (ctx, { event, organization, user, ...person }) => {
    mustBeSystem(ctx)
    const sender = await senderOf(ctx, organization)
    const delivery = writeMail(ctx, {
      key: `${event}:reset`,
      to: person.email,
      subject: 'Set a new password',
      organization,
      tree: sender.tree,
      person: user,
      message: {
        heading: 'Set a new password',
        paragraphs: [
          `Hello ${person.name},`,
          'Somebody asked for a new password for your account. With this link you set one; it works once.',
          `It is valid until ${sender.words.instant(person.expiresAt)}.`,
        ],
        action: { label: 'Set a new password', path: '/reset-password?token={token}' },
        token: { purpose: 'reset', sealed: person.sealedToken },
        brand: { name: sender.name, color: sender.color },
        footer: 'If it was not you, ignore this mail; your password stays as it is.',
      },
    })
    return { delivery }
  },
})

/** Writes the mail with which the owner of an account under attack confirms a browser. */
export const writeDeviceConfirmation = defineOperation({
  name: 'mail.write-device-confirmation',
  permission: null,
  summary: 'Write the mail that confirms a device',
  input: z.strictObject({ ...Token, organization: z.uuid(), user: z.uuid(), from: z.string().max(300) }),
  run: async (ctx, { event, organization, user, from, ...person }) => {
    mustBeSystem(ctx)
    const sender = await senderOf(ctx, organization)
    const delivery = writeMail(ctx, {
      key: `${event}:device`,
      to: person.email,
      subject: 'Confirm that it is you who signs in',
      organization,
      tree: sender.tree,
      person: user,
      message: {
        heading: 'Is it you who signs in?',
        paragraphs: [
          `Hello ${person.name},`,
          `Many wrong passwords came in for your account. Then somebody gave the right one, with ${from}.`,
          `If it was you, open this link in the same browser and sign in again. It works once, until ${sender.words.instant(person.expiresAt)}.`,
          'If it was not you, somebody knows your password: set a new one at once.',
        ],
        action: { label: 'Yes, it is me', path: '/confirm-device?token={token}' },
        token: { purpose: 'device', sealed: person.sealedToken },
        brand: { name: sender.name, color: sender.color },
        footer: 'You get this mail because your account is being attacked. It stays open for browsers you have used before.',
      },
    })
    return { delivery }
  },
})

async function senderOf(ctx: Context, id: string) {
  const organization = await ctx.organizationFacts(id)
  const [row] = await ctx.rows<{ color: string | null }>(
    `select branding->>'brand' as color from organizations where id = $1::uuid`,
    [id],
  )
  return { name: organization.name, tree: organization.tree, color: row?.color ?? null, words: wordsFor(organization) }
}
