import { choice, note, ref, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** A row of an import: what it became, or why it was refused. The natural key makes a second run change nothing. */
export const ImportRows = defineCollection({
  slug: 'import-rows',
  module: 'core',
  noun: 'import',
  tenancy: 'own',
  writes: 'system',
  audited: false,
  hidden: true,
  columns: ['file', 'line', 'state', 'message'],
  fields: [
    ref('run', 'imports', { required: true }),
    text('file', { required: true, maxLength: 120 }),
    whole('line', { required: true }),
    text('column', { maxLength: 80 }),
    text('naturalKey', { maxLength: 200 }),
    choice('state', ['created', 'updated', 'unchanged', 'failed'], { required: true }),
    note('message'),
    text('targetType', { maxLength: 40 }),
    text('target', { maxLength: 64 }),
    text('rowHash', { maxLength: 64 }),
  ],
  guards: { indexes: [{ on: ['run_id', 'state'] }, { on: ['organization_id', 'file', 'natural_key'] }] },
})
