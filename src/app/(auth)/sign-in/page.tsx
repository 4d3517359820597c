import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { SignInForm } from './sign-in-form'
import { doorOf } from '../_components/door'
import { AuthShell } from '@/components/portal/shell/auth-shell'
import { homeOf } from '@/domain/network'
import { safePath } from '@/platform/next/safe-path'
import { currentSession } from '@/platform/next/session'

export const metadata: Metadata = { title: 'Sign in' }

interface Props {
  searchParams: Promise<{ next?: string; reset?: string; confirmed?: string }>
}

export default async function Page({ searchParams }: Props) {
  const { next, reset, confirmed } = await searchParams
  const target = safePath(next)
  const session = await currentSession()
  if (session) redirect(target ?? homeOf(session.principal))
  return (
    <AuthShell
      organization={await doorOf()}
      title="Sign in"
      description="Welcome back."
      footer={
        <Link href="/forgot-password" className="link">
          Forgot your password?
        </Link>
      }
    >
      <SignInForm next={target} notice={reset ? 'Your new password is set. Sign in with it.' : confirmed ? 'This browser is confirmed. Sign in again.' : null} />
    </AuthShell>
  )
}
