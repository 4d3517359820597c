import type { Metadata } from 'next'
import type { PageProps } from '../_portal/address'
import { hrefOf, one } from '../_portal/address'
import { dealerPortal } from '../_portal/portal'
import { PasswordForm } from '@/components/portal/security/password-form'
import { SessionsCard } from '@/components/portal/security/sessions-card'
import { SignInsCard } from '@/components/portal/security/sign-ins-card'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { daysLeft, ownSessions, ownSignIns, passwordAge, securityPolicyOf, spokenRules } from '@/domain/identity'

export const metadata: Metadata = { title: 'My security' }

export default async function Page({ params, searchParams }: PageProps) {
  const [{ reader, principal, organization, base, locale, zone }, search] = await Promise.all([params.then(({ org }) => dealerPortal(org)), searchParams])
  const cursor = /^\d{1,18}$/.exec(one(search, 'before') ?? '')?.[0]
  const [sessions, signIns, policy, age] = await Promise.all([
    ownSessions(reader),
    ownSignIns(reader, { cursor, limit: 20 }),
    securityPolicyOf(reader, principal.id),
    passwordAge(reader, principal.id),
  ])
  const path = `${base}/security`
  const left = daysLeft(age.changedAt, reader.now, policy.password)
  return (
    <>
      <PageHeader title="My security" description="Where you are signed in, who tried to, and your password." />
      <div className="grid max-w-4xl gap-6">
        <SessionsCard
          title="Where you are signed in"
          description="End what you do not know or do not need."
          sessions={sessions}
          organization={organization.slug}
          endAll={{ path: '/sessions/all', label: 'End all others', done: 'All other sessions were ended' }}
          mayEnd
          now={reader.now}
          {...{ locale, zone }}
        />
        <Card title="Password" description={left === null ? 'Other sessions end when you change it.' : `Other sessions end when you change it. It has to be changed within ${Math.max(0, left)} days.`}>
          <PasswordForm organization={organization.slug} email={principal.email} rules={spokenRules(policy.password)} />
        </Card>
        <SignInsCard
          signIns={signIns.rows}
          pages={{ previousHref: cursor ? path : null, nextHref: signIns.nextCursor ? hrefOf(path, { before: signIns.nextCursor }) : null }}
          {...{ locale, zone }}
        />
      </div>
    </>
  )
}
