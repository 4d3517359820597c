import { ref, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/**
 * A private file: a PDF, an export. The bytes lie in the file store; reading goes through `/api/v1/files/:id`. One with a
 * person is that person's alone.
 */
export const Files = defineCollection({
  slug: 'files',
  module: 'content',
  noun: 'file',
  tenancy: 'two-party',
  writes: 'system',
  audited: false,
  personal: 'export.read-all',
  title: 'name',
  columns: ['name', 'mime', 'bytes', 'createdAt'],
  fields: [
    text('name', { required: true, maxLength: 200 }),
    text('storageKey', { required: true, maxLength: 300 }),
    text('mime', { required: true, maxLength: 100 }),
    whole('bytes', { required: true, min: 0 }),
    text('sha256', { required: true, maxLength: 64 }),
    text('subjectType', { required: true, maxLength: 40 }),
    text('subject', { required: true, maxLength: 64 }),
    ref('person', 'users'),
  ],
  guards: { uniques: [{ on: ['storage_key'] }], indexes: [{ on: ['subject_type', 'subject'] }] },
})
