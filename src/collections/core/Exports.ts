import { choice, instant, json, note, ref, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** A file made of what a list's filter shows; a job writes it and counts along. */
export const Exports = defineCollection({
  slug: 'exports',
  module: 'core',
  noun: 'export',
  tenancy: 'own',
  writes: 'operations',
  personal: 'export.read-all',
  title: 'name',
  columns: ['name', 'collection', 'state', 'doneRows', 'totalRows', 'createdAt'],
  fields: [
    text('name', { required: true, maxLength: 120 }),
    text('collection', { required: true, maxLength: 40 }),
    json('filter'),
    choice('format', ['csv', 'xlsx'], { required: true, defaultValue: 'csv' }),
    choice('state', ['waiting', 'running', 'done', 'failed'], { required: true, defaultValue: 'waiting' }),
    whole('totalRows', { min: 0 }),
    whole('doneRows', { min: 0, defaultValue: 0 }),
    ref('file', 'files'),
    ref('person', 'users', { required: true }),
    note('error'),
    instant('finishedAt'),
  ],
})
