import { choice, flag, note, ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** Permission keys with a reach. Built-in roles are rows of each tree; copies of them can be changed. */
export const Roles = defineCollection({
  slug: 'roles',
  module: 'identity',
  noun: 'role',
  tenancy: 'own',
  writes: 'operations',
  reachDown: true,
  title: 'name',
  columns: ['name', 'key', 'audience', 'builtIn', 'description'],
  fields: [
    text('key', { required: true, maxLength: 60 }),
    text('name', { required: true, maxLength: 80 }),
    note('description'),
    flag('builtIn'),
    ref('original', 'roles', { description: 'The built-in role it was copied from.' }),
    choice('audience', ['hq', 'dealer', 'supplier', 'partner'], { required: true, defaultValue: 'hq' }),
  ],
  guards: { uniques: [{ on: ['organization_id', 'key'] }], sameTree: { original: 'roles' } },
})
