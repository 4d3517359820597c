import { z } from 'zod'
import { ZoneInput } from '@/kernel/period'
import { CurrencyInput } from '@/kernel/currency'
import { DateFormatInput, LocaleInput } from '@/kernel/locale'
import { defineOperation, type Context } from '@/platform/operation'
import { NameInput } from '@/domain/identity/inputs'
import type { MembershipRow } from '@/domain/identity/rows'

/** Changes what a person says about itself. The copies of the name in its memberships follow. */
export const updateProfile = defineOperation({
  name: 'person.update',
  permission: null,
  scope: 'person',
  summary: 'Change the own name, phone, language, time zone, and how dates and amounts are written',
  input: z.strictObject({
    name: NameInput.optional(),
    phone: z.string().trim().max(40).nullish(),
    locale: LocaleInput.nullish(),
    zone: ZoneInput.nullish(),
    dateFormat: DateFormatInput.nullish(),
    currency: CurrencyInput.nullish(),
  }),
  run: async (ctx, input) => {
    const { id } = ctx.principal
    const [user] = await ctx.lockMany<{ id: string }>('users', [id])
    if (user && Object.keys(input).length > 0) ctx.update('users', id, input)
    if (input.name) await renameCopies(ctx, id, input.name)
    return { user: id, ...input }
  },
})

async function renameCopies(ctx: Context, user: string, name: string): Promise<void> {
  const memberships = await ctx.find<MembershipRow>('memberships', { user })
  const locked = await ctx.lockMany<MembershipRow>('memberships', memberships.filter((one) => one.status !== 'ended').map((one) => one.id))
  for (const { id } of locked) ctx.update('memberships', id, { personName: name })
}
