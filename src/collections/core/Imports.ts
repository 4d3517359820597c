import { choice, flag, instant, json, note, ref, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** One run of an import: what came in, how far it is, what was wrong, and whether it was taken back. */
export const Imports = defineCollection({
  slug: 'imports',
  module: 'core',
  noun: 'import',
  tenancy: 'own',
  writes: 'operations',
  title: 'source',
  columns: ['source', 'kind', 'state', 'doneRows', 'totalRows', 'failedRows', 'createdAt'],
  fields: [
    text('source', { required: true, maxLength: 200 }),
    choice('kind', ['network', 'dealers', 'people', 'products', 'prices', 'stock'], { required: true, defaultValue: 'network' }),
    flag('isDryRun'),
    choice('state', ['ready', 'waiting', 'running', 'done', 'failed', 'undoing', 'undone'], { required: true, defaultValue: 'running' }),
    whole('totalRows', { required: true, defaultValue: 0 }),
    whole('doneRows', { required: true, defaultValue: 0 }),
    whole('failedRows', { required: true, defaultValue: 0 }),
    json('counts'),
    ref('file', 'files'),
    json('columns', { description: 'The heads of the file and its first rows, for the mapping.' }),
    json('mapping', { description: 'Which column of the file fills which field.' }),
    json('options'),
    whole('attempt', { required: true, defaultValue: 0 }),
    ref('person', 'users'),
    note('error'),
    instant('finishedAt'),
  ],
})
