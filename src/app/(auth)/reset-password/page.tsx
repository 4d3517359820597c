import type { Metadata } from 'next'
import { NewPasswordForm } from './new-password-form'
import { doorOf } from '../_components/door'
import { AuthShell } from '@/components/portal/shell/auth-shell'
import { ButtonLink } from '@/components/ui/button'

export const metadata: Metadata = { title: 'New password' }

export default async function Page({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token } = await searchParams
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
    <AuthShell organization={await doorOf()} title="Set a new password" description="You are signed out everywhere else.">
      <NewPasswordForm token={token} />
    </AuthShell>
  )
}
