import type { Metadata } from 'next'
import Link from 'next/link'
import { ForgotForm } from './forgot-form'
import { doorOf } from '../_components/door'
import { AuthShell } from '@/components/portal/shell/auth-shell'

export const metadata: Metadata = { title: 'Forgot password' }

export default async function Page() {
  return (
    <AuthShell
      organization={await doorOf()}
      title="Forgot your password?"
      description="Enter your e-mail address and we send you a link to set a new one."
      footer={
        <Link href="/sign-in" className="link">
          Back to sign in
        </Link>
      }
    >
      <ForgotForm />
    </AuthShell>
  )
}
