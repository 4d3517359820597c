import { choice, flag, json, text, whole } from '@/platform/payload/fields'
import { checkCustomField } from '@/hooks/core/checkCustomField'
import { defineCollection } from '@/platform/payload/define-collection'

/** A typed field an organization adds to a collection. */
export const CustomFields = defineCollection({
  slug: 'custom-fields',
  module: 'core',
  noun: 'custom-field',
  tenancy: 'own',
  writes: 'crud',
  title: 'label',
  columns: ['label', 'key', 'collection', 'type', 'isRequired'],
  fields: [
    text('collection', { required: true, maxLength: 40 }),
    text('key', { required: true, maxLength: 40 }),
    text('label', { required: true, maxLength: 80 }),
    choice('type', ['text', 'number', 'yes-no', 'day', 'choice'], { required: true, defaultValue: 'text' }),
    json('choices', { description: 'What a choice offers; for the other types none.' }),
    flag('isRequired'),
    whole('position', { defaultValue: 0 }),
  ],
  guards: { uniques: [{ on: ['organization_id', 'collection', 'key'] }], checks: { key: "key ~ '^[a-z][a-zA-Z0-9]*$'" } },
  more: { hooks: { beforeChange: [checkCustomField] } },
})
