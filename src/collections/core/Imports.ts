import { choice, flag, instant, json, note, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** One run of an import: what came in, how far it is, what was wrong. */
export const Imports = defineCollection({
  slug: 'imports',
  module: 'core',
  noun: 'import',
  tenancy: 'own',
  writes: 'system',
  audited: false,
  title: 'source',
  columns: ['source', 'state', 'doneRows', 'totalRows', 'failedRows', 'createdAt'],
  fields: [
    text('source', { required: true, maxLength: 200 }),
    flag('isDryRun'),
    choice('state', ['running', 'done', 'failed'], { required: true, defaultValue: 'running' }),
    whole('totalRows', { required: true, defaultValue: 0 }),
    whole('doneRows', { required: true, defaultValue: 0 }),
    whole('failedRows', { required: true, defaultValue: 0 }),
    json('counts'),
    note('error'),
    instant('finishedAt'),
  ],
})
