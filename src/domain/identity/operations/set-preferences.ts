import { z } from 'zod'
import { CurrencyInput } from '@/kernel/currency'
import { refuse } from '@/kernel/errors'
import { DateFormatInput, LocaleInput } from '@/kernel/locale'
import { ZoneInput } from '@/kernel/period'
import type { Principal } from '@/platform/access/principal'
import { defineOperation } from '@/platform/operation'

/** Says how the signed-in person reads: language and region, time zone, days and amounts. Null: as its organization does. */
export const setPreferences = defineOperation({
  name: 'person.set-preferences',
  permission: null,
  scope: 'person',
  summary: 'Change how one reads: language, time zone, dates, currency',
  input: z.strictObject({
    /** `me`, the own id or that of an own membership */
    id: z.string().max(60),
    locale: LocaleInput.nullish(),
    zone: ZoneInput.nullish(),
    dateFormat: DateFormatInput.nullish(),
    currency: CurrencyInput.nullish(),
  }),
  run: async (ctx, { id, ...wishes }) => {
    mustBeSelf(ctx.principal, id)
    const [user] = await ctx.lockMany<Record<keyof typeof wishes, string | null> & { id: string }>('users', [ctx.principal.id])
    if (!user) return refuse('UNAUTHENTICATED', {})
    if (Object.keys(wishes).length > 0) ctx.update('users', user.id, wishes)
    const { locale, zone, dateFormat, currency } = { ...user, ...wishes }
    return { locale, zone, dateFormat, currency }
  },
})

/** Preferences are one's own: those of anybody else are missing. */
export function mustBeSelf({ id, memberships }: Principal, wanted: string | undefined): void {
  const isSelf = wanted === 'me' || wanted === id || memberships.some((one) => one.id === wanted)
  if (!isSelf) refuse('NOT_FOUND', { noun: 'The member' })
}
