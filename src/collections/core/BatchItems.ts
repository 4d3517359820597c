import { choice, note, ref, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** One row of a batch and what became of it. */
export const BatchItems = defineCollection({
  slug: 'batch-items',
  module: 'core',
  noun: 'batch',
  tenancy: 'user',
  writes: 'system',
  audited: false,
  hidden: true,
  columns: ['label', 'state', 'message'],
  fields: [
    ref('batch', 'batches', { required: true }),
    whole('position', { required: true }),
    text('target', { required: true, maxLength: 64 }),
    text('label', { maxLength: 200 }),
    choice('state', ['waiting', 'done', 'refused'], { required: true, defaultValue: 'waiting' }),
    note('message'),
  ],
  guards: { uniques: [{ on: ['batch_id', 'position'] }] },
})
