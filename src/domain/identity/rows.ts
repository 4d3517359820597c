import type { Reach } from '@/kernel/permission'

export interface UserRow {
  id: string
  name: string
  email: string
  phone: string | null
  locale: string | null
  zone: string | null
  status: 'invited' | 'active' | 'suspended' | 'deactivated'
  hash: string | null
}

export interface MembershipRow {
  id: string
  organization: string
  tree: string
  user: string
  personName: string
  personEmail: string
  title: string | null
  status: 'invited' | 'active' | 'suspended' | 'ended'
}

export interface InvitationRow {
  id: string
  organization: string
  tree: string
  membership: string
  email: string
  status: 'open' | 'accepted' | 'revoked'
  expiresAt: Date
}

export interface RoleRow {
  id: string
  organization: string
  tree: string
  key: string
  name: string
  description: string | null
  builtIn: boolean | null
  original: string | null
  audience: 'hq' | 'dealer' | 'supplier' | 'partner'
}

export interface RolePermissionRow {
  role: string
  key: string
  reach: Reach
}

export interface MembershipRoleRow {
  id: string
  membership: string
  role: string
  branch: string | null
}

export interface ApiKeyRow {
  id: string
  organization: string
  tree: string
  name: string
  prefix: string
  status: 'active' | 'suspended' | 'revoked'
  creator: string
  scopes: string[]
  reach: 'organization' | 'network'
  branches: string[] | null
  addresses: string[] | null
  signed: boolean | null
  expiresAt: Date | null
}
