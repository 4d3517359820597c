import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignOutLink } from '../_components/sign-out-link'
import { AuthShell } from '@/components/portal/shell/auth-shell'
import { homeOf } from '@/domain/network'
import { requireSession } from '@/platform/next/session'

export const metadata: Metadata = { title: 'No portal yet' }

/** For members of organizations that have no portal of their own, and for people who belong to none any more. */
export default async function Page() {
  const { principal } = await requireSession('/no-portal')
  const home = homeOf(principal)
  if (home !== '/no-portal') redirect(home)
  const names = principal.memberships.map((membership) => membership.organization.name).join(', ')
  return (
    <AuthShell
      title="There is no portal for you"
      description={names ? `You belong to ${names}, which has no portal. Programs can use the API with your sign-in.` : 'You belong to no active organization. Ask the person who invited you.'}
    >
      <SignOutLink />
    </AuthShell>
  )
}
