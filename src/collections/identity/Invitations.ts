import { choice, instant, ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** An invitation into an organization. The one-time token lies hashed in a table no collection reads. */
export const Invitations = defineCollection({
  slug: 'invitations',
  module: 'identity',
  noun: 'invitation',
  tenancy: 'own',
  writes: 'operations',
  reachDown: true,
  title: 'email',
  columns: ['email', 'organization', 'status', 'expiresAt'],
  fields: [
    ref('membership', 'memberships', { required: true }),
    text('email', { required: true, pii: 'contact' }),
    choice('status', ['open', 'accepted', 'revoked'], { required: true, defaultValue: 'open' }),
    instant('expiresAt', { required: true }),
    instant('acceptedAt'),
  ],
  guards: { sameOrganization: { membership: 'memberships' } },
})
