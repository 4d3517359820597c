import { z } from 'zod'
import { WeekHours, workWeek } from '@/kernel/hours'
import { defineFlag, defineSetting } from '@/kernel/setting'

const Text = (most: number) => z.string().trim().max(most, { error: `is at most ${most} characters` })
const group = { address: 'Name and address', hours: 'Operating hours', policies: 'Terms and policies' }
const own = { page: 'company', by: 'organization' } as const

export const CompanyAddress = z.strictObject({
  line1: Text(160),
  line2: Text(160),
  postalCode: Text(20),
  city: Text(80),
  region: Text(80),
  country: z.string().regex(/^([A-Z]{2})?$/, { error: 'The country is two capitals, for example US.' }),
})

const NO_ADDRESS = { line1: '', line2: '', postalCode: '', city: '', region: '', country: '' }

export const companyEmail = defineSetting({
  ...own,
  key: 'company.email',
  schema: z.union([z.literal(''), z.email({ error: 'This is not a mail address.' }).max(160)]),
  default: '',
  label: 'E-mail for customers',
  help: 'Shown to partners who want to write to the company.',
  group: group.address,
  editor: { kind: 'text', placeholder: 'office@example.com' },
})

export const companyPhone = defineSetting({
  ...own,
  key: 'company.phone',
  schema: Text(40),
  default: '',
  label: 'Phone',
  help: 'Shown to partners. A branch may have its own.',
  group: group.address,
  deepest: 'branch',
})

export const companyLegalName = defineSetting({
  ...own,
  key: 'company.legalName',
  schema: Text(160),
  default: '',
  label: 'Legal name',
  help: 'On invoices and credit notes; the name of the organization when left empty.',
  group: group.address,
})

export const companyAddress = defineSetting({
  ...own,
  key: 'company.address',
  schema: CompanyAddress,
  default: NO_ADDRESS,
  label: 'Address of the company',
  help: 'The seat of the company, on invoices and on the page about it.',
  group: group.address,
  editor: {
    kind: 'fields',
    labels: { line1: 'Street', line2: 'Addition', postalCode: 'Postal code', city: 'City', region: 'Region', country: 'Country' },
  },
})

export const companyTaxNumber = defineSetting({
  ...own,
  key: 'company.taxNumber',
  schema: Text(40),
  default: '',
  label: 'Tax number',
  help: 'EIN, VAT or GST number, on invoices and shown to partners.',
  group: group.address,
})

export const companyHours = defineSetting({
  ...own,
  key: 'company.hours',
  schema: WeekHours,
  default: workWeek('09:00', '17:00'),
  label: 'Opening hours',
  help: 'By weekday, in the time zone of the organization. A branch may have its own.',
  group: group.hours,
  deepest: 'branch',
  editor: { kind: 'hours' },
})

export const companyTerms = policy('terms', 'Terms of sale', 'Shown to dealers on the page about the company.')
export const companyPrivacy = policy('privacy', 'Privacy policy', 'How personal data are treated.')
export const companyCancellation = policy('cancellation', 'Cancellation policy', 'Until when an order can be cancelled and what it costs.')

export const companySettings = {
  legalName: companyLegalName,
  email: companyEmail,
  phone: companyPhone,
  address: companyAddress,
  taxNumber: companyTaxNumber,
  hours: companyHours,
  terms: companyTerms,
  privacy: companyPrivacy,
  cancellation: companyCancellation,
} as const

/** A proven portal domain counts until so many daily checks in a row did not find its proof. */
export const domainFailures = defineSetting({
  key: 'network.domainFailures',
  schema: z.int().min(1).max(30),
  default: 3,
  label: 'Failed checks until a portal domain is dropped',
  help: 'Each night the proof of every portal domain is looked for again. The first miss is told to you; after so many in a row the domain counts for nothing until it is proven again.',
  group: 'Portal domains',
  page: 'security',
  editor: { kind: 'number', unit: 'checks' },
})

export const portalDomainsFeature = defineFlag({
  key: 'network.portalDomains',
  label: 'Portal domains of dealers',
  help: 'Dealers name hosts of their own and prove them. Without it hosts that are proven go on showing their look.',
  default: true,
  gates: ['domain.write'],
})

export const networkSettings = [...Object.values(companySettings), domainFailures, portalDomainsFeature]

function policy(name: string, label: string, help: string) {
  return defineSetting({ ...own, key: `company.${name}`, schema: Text(20_000), default: '', label, help, group: group.policies, editor: { kind: 'long-text' } })
}
