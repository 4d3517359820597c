import { z } from 'zod'
import { CUSTOM_COLLECTIONS } from '@/domain/core'
import { crudRoutes } from '@/platform/http/crud-routes'

const CustomFieldFields = z.strictObject({
  collection: z.enum(CUSTOM_COLLECTIONS),
  key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
  label: z.string().trim().min(1).max(80),
  type: z.enum(['text', 'number', 'yes-no', 'day', 'choice']),
  choices: z.array(z.string().trim().min(1).max(80)).min(1).max(100).nullable().optional(),
  isRequired: z.boolean().optional(),
  position: z.number().int().optional(),
  organization: z.uuid().optional(),
})

/** The fields an organization adds to products, variants and dealers. */
export const customFieldRoutes = crudRoutes({
  ...{ slug: 'custom-fields', noun: 'The custom field', path: '/custom-fields', tag: 'settings', read: 'custom-field.read', create: CustomFieldFields },
  filters: ['collection'],
})
