import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { EndSession } from '@/components/admin/account/end-session'
import { PasswordForm } from '@/components/admin/account/password-form'
import { SessionsList } from '@/components/admin/account/sessions-list'
import { SignInsList } from '@/components/admin/account/sign-ins-list'
import { Card, Empty } from '@/components/admin/frame/card'
import { AdminPage, PageHead } from '@/components/admin/frame/page'
import { daysLeft, ownSessions, ownSignIns, passwordAge, securityPolicyOf, spokenRules } from '@/domain/identity'

const SHOWN = 30

/** The own account in the admin: sessions, password, sign-ins. */
export function MySecurity(view: AdminViewServerProps) {
  return (
    <AdminPage view={view} crumbs={[{ label: 'My security' }]} permission={null}>
      {async ({ reader, principal, reads }) => {
        const [sessions, { rows: signIns }, policy, age] = await Promise.all([ownSessions(reader), ownSignIns(reader, { limit: SHOWN }), securityPolicyOf(reader, principal.id), passwordAge(reader, principal.id)])
        const left = daysLeft(age.changedAt, reader.now, policy.password)
        return (
          <>
            <PageHead title="My security" sub={`${principal.name} · ${principal.email}`}>
              <div className="tf-actions">
                <Link className="tf-button" href="/admin/my-preferences" prefetch={false}>
                  Preferences
                </Link>
              </div>
            </PageHead>
            <div className="tf-columns">
              <div className="tf-stack">
                <Card title="Where you are signed in" flush action={sessions.length > 1 ? <EndSession path="/sessions/all" label="End all others" done="All other sessions were ended" /> : undefined}>
                  <SessionsList sessions={sessions} mayEnd now={reader.now} reads={reads} />
                </Card>
                <Card title="Sign-ins" flush note="those that failed too">
                  {signIns.length === 0 ? <Empty title="None yet" /> : <SignInsList signIns={signIns} reads={reads} />}
                </Card>
              </div>
              <aside className="tf-stack" aria-label="Password">
                <Card title="Password" {...(left === null ? {} : { note: `to be changed within ${Math.max(0, left)} days` })}>
                  <PasswordForm email={principal.email} rules={spokenRules(policy.password)} />
                </Card>
              </aside>
            </div>
          </>
        )
      }}
    </AdminPage>
  )
}
