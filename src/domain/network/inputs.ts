import { z } from 'zod'
import { CurrencyInput } from '@/kernel/currency'
import { LocaleInput } from '@/kernel/locale'
import { ZoneInput } from '@/kernel/period'
import { EmailInput, NameInput } from '@/domain/identity'

export const CodeInput = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,23}$/, { error: 'is 1 to 24 capitals, digits or hyphens' })
export const AddressInput = z.strictObject({
  label: z.string().trim().min(1).max(80).default('Main'),
  recipient: z.string().trim().max(160).optional(),
  line1: z.string().trim().min(1).max(160),
  line2: z.string().trim().max(160).optional(),
  city: z.string().trim().min(1).max(80),
  region: z.string().trim().max(80).optional(),
  postalCode: z.string().trim().max(20).optional(),
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'is two capitals, for example US' }),
})

/** The first person of a new party. */
export const FirstPersonInput = z.strictObject({ name: NameInput, email: EmailInput, role: z.string().min(1).max(60).optional() })

/** What every new party has; currency, zone and locale are those of the organization above when left out. */
export const partyShape = {
  code: CodeInput,
  name: z.string().trim().min(1).max(160),
  currency: CurrencyInput.optional(),
  zone: ZoneInput.optional(),
  locale: LocaleInput.optional(),
  address: AddressInput.optional(),
  person: FirstPersonInput.optional(),
  phone: z.string().trim().max(40).optional(),
  email: EmailInput.optional(),
  internalNote: z.string().max(4_000).optional(),
}

export const BrandingInput = z.strictObject({ brand: colour(), accent: colour().optional() })

function colour() {
  return z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'is a colour like #1d4ed8' })
}
