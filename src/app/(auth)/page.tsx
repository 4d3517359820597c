import { redirect } from 'next/navigation'
import { homeOf } from '@/domain/network'
import { currentSession } from '@/platform/next/session'

/** The front door: everybody is led to their own place. */
export default async function Page() {
  const session = await currentSession()
  redirect(session ? homeOf(session.principal) : '/sign-in')
}
