import { definePermissions } from '@/kernel/permission'

export const networkPermissions = definePermissions('network', {
  'organization.read': 'See organizations',
  'organization.write': 'Change name, branding, currency and zone of an organization',
  'domain.read': 'See the portal domains of an organization',
  'domain.write': 'Add, check and remove portal domains',
  'branch.read': 'See branches',
  'branch.write': 'Create and change branches',
  'address.read': 'See addresses',
  'address.write': 'Create and change addresses',
  'dealer.read': 'See dealers with tier, terms and credit',
  'dealer.create': 'Create dealers',
  'dealer.update': 'Change tier, terms, territory and credit of a dealer',
  'dealer.approve': 'Activate a dealer',
  'dealer.suspend': 'Suspend and reinstate a dealer',
  'dealer.terminate': 'Terminate a dealer for good',
  'tier.read': 'See dealer tiers',
  'tier.write': 'Create and change dealer tiers',
  'territory.read': 'See territories',
  'territory.write': 'Create and change territories',
  'supplier.read': 'See suppliers',
  'supplier.create': 'Create suppliers',
})
