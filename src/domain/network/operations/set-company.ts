import { z } from 'zod'
import { fitting, keepValue, reachedPlace } from '@/domain/core'
import { organizationUpdated } from '@/domain/network/events'
import { updateOrganization } from '@/domain/network/operations/update-organization'
import type { OrganizationRow } from '@/domain/network/rows'
import { companySettings } from '@/domain/network/settings'
import { defineOperation } from '@/platform/operation'

const { name, currency, zone, locale, branding, logo, revision } = updateOrganization.input.shape
const rowFields = { name, currency, zone, locale, branding, logo }
const values = {
  legalName: companySettings.legalName.schema.nullish(),
  email: companySettings.email.schema.nullish(),
  phone: companySettings.phone.schema.nullish(),
  address: companySettings.address.schema.nullish(),
  taxNumber: companySettings.taxNumber.schema.nullish(),
  hours: companySettings.hours.schema.nullish(),
  terms: companySettings.terms.schema.nullish(),
  privacy: companySettings.privacy.schema.nullish(),
  cancellation: companySettings.cancellation.schema.nullish(),
}

/**
 * Changes what an organization says about itself in one step: name, look, zone and currency in its row (they need
 * `organization.write` as well), the rest as settings of its own. Null lets a value be inherited again.
 */
export const setCompany = defineOperation({
  name: 'company.set',
  permission: 'setting.write',
  summary: 'Change name, address, hours and policies of an organization',
  input: z.strictObject({ organization: z.uuid(), revision, ...rowFields, ...values }),
  run: async (ctx, { organization, revision: seen, ...input }) => {
    const given = Object.entries(input).filter(([, value]) => value !== undefined)
    const row = given.filter(([field]) => field in rowFields)
    const { tree } = await reachedPlace(ctx, { organization }, companySettings.email)
    const facts = await ctx.organizationFacts(organization)
    if (row.length > 0) {
      await ctx.lock<OrganizationRow>('organizations', organization, { permission: 'organization.write' })
      await updateOrganization.within(ctx, { id: organization, ...(seen === undefined ? {} : { revision: seen }), ...Object.fromEntries(row) })
    }
    const own = Object.entries(companySettings).filter(([field]) => given.some(([one]) => one === field))
    for (const [field, setting] of own) {
      const value = given.find(([one]) => one === field)?.[1]
      await keepValue(ctx, { organization }, { tree, key: setting.key, value: value === null ? undefined : fitting(setting, value) })
    }
    const subject = { type: 'organizations', id: organization, organization }
    if (own.length > 0) ctx.emit(organizationUpdated, subject, { organization, name: facts.name, fields: own.map(([field]) => field) })
    return { organization, changed: given.map(([field]) => field) }
  },
})
