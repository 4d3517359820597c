import { choice, flag, json, note, ref, text, whole } from '@/platform/payload/fields'
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
    whole('attempt', { required: true, defaultValue: 0 }),
    text('file', { required: true, maxLength: 120 }),
    whole('line', { required: true }),
    text('column', { maxLength: 80 }),
    text('naturalKey', { maxLength: 200 }),
    choice('state', ['created', 'updated', 'unchanged', 'failed'], { required: true }),
    note('message'),
    text('targetType', { maxLength: 40 }),
    text('target', { maxLength: 64 }),
    text('rowHash', { maxLength: 64 }),
    json('source', { description: 'The cells of a refused row, for the file of what is to be corrected.' }),
    json('before', { description: 'What the import changed, as it was; undo writes it back.' }),
    flag('isUndone'),
    note('kept', { description: 'Why undo left the row as it is.' }),
  ],
  guards: {
    indexes: [{ on: ['run_id', 'attempt', 'state'] }, { on: ['organization_id', 'file', 'natural_key'] }],
    sameOrganization: { run: 'imports' },
  },
})
