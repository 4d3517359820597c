import type { Metadata } from 'next'
import { ConfirmForm } from './confirm-form'
import { doorOf } from '../_components/door'
import { AuthShell } from '@/components/portal/shell/auth-shell'

export const metadata: Metadata = { title: 'Confirm a device' }

/** A button, not the link itself, confirms: programs that look through mails open every link. */
export default async function Page({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = '' } = await searchParams
  return (
    <AuthShell organization={await doorOf()} title="Is it you who signs in?" description="Confirm only if you tried to sign in yourself, in this browser. Then sign in again.">
      <ConfirmForm token={token} />
    </AuthShell>
  )
}
