import { choice, instant, json, note, ref, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** One deed for many rows: who asked, what is done to each of them, how far it is. */
export const Batches = defineCollection({
  slug: 'batches',
  module: 'core',
  noun: 'batch',
  tenancy: 'user',
  writes: 'operations',
  hidden: true,
  title: 'label',
  columns: ['label', 'state', 'doneRows', 'refusedRows', 'totalRows', 'createdAt'],
  fields: [
    ref('acting', 'organizations'),
    text('collection', { required: true, maxLength: 40 }),
    text('verb', { required: true, maxLength: 40 }),
    text('label', { required: true, maxLength: 80 }),
    json('input'),
    choice('state', ['waiting', 'running', 'done', 'failed'], { required: true, defaultValue: 'waiting' }),
    whole('totalRows', { required: true, min: 0 }),
    whole('doneRows', { required: true, defaultValue: 0, min: 0 }),
    whole('refusedRows', { required: true, defaultValue: 0, min: 0 }),
    note('error'),
    instant('finishedAt'),
  ],
})
