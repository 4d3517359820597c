import type { Metadata } from 'next'
import { NewPasswordForm } from './new-password-form'
import { doorOf } from '../_components/door'
import { rulesFor } from '../_components/rules-for'
import { AuthShell } from '@/components/portal/shell/auth-shell'
import { ButtonLink } from '@/components/ui/button'

const EXPIRED = 'Yours is older than your organization allows for administrators. Set a new one, then sign in with it; every other session ends.'

export const metadata: Metadata = { title: 'New password' }

export default async function Page({ searchParams }: { searchParams: Promise<{ token?: string; why?: string }> }) {
  const { token, why } = await searchParams
  if (!token) {
    return (
      <AuthShell organization={await doorOf()} title="This link is not complete" description="Open the link of the mail as a whole, or ask for a new one.">
        <ButtonLink href="/forgot-password" variant="primary">
          Ask for a new link
        </ButtonLink>
      </AuthShell>
    )
  }
  return (
    <AuthShell organization={await doorOf()} title={why === 'expired' ? 'Time for a new password' : 'Set a new password'} description={why === 'expired' ? EXPIRED : 'You are signed out everywhere else.'}>
      <NewPasswordForm token={token} rules={await rulesFor('reset', token)} />
    </AuthShell>
  )
}
