import { redirect } from 'next/navigation'
import { homeOf } from '@/domain/network'
import { requireSession } from '@/platform/next/session'

/** Where mails about the own account lead: to the security page of the place the person works in. */
export default async function Page() {
  const { principal } = await requireSession('/my-security')
  const home = homeOf(principal)
  redirect(home === '/admin' ? '/admin/my-security' : home.startsWith('/dealer/') ? `${home}/security` : home)
}
