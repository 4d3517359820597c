import { EndSession } from '@/components/admin/account/end-session'
import { SessionsList } from '@/components/admin/account/sessions-list'
import { SignInsList } from '@/components/admin/account/sign-ins-list'
import { Card, Empty } from '@/components/admin/frame/card'
import { memberSessions, memberSignIns } from '@/domain/identity'
import type { Reader } from '@/platform/reader'

interface MemberSecurityProps {
  reader: Reader
  member: string
  mayEnd: boolean
  reads: { locale: string; zone: string }
}

const SHOWN = 8

/** Where a member is signed in and how it signed in lately, for those who look after people. */
export async function MemberSecurity({ reader, member, mayEnd, reads }: MemberSecurityProps) {
  const [sessions, { rows: signIns }] = await Promise.all([memberSessions(reader, member), memberSignIns(reader, member, { limit: SHOWN })])
  const everywhere = { path: `/users/${member}/sessions`, label: 'Sign out everywhere', done: 'Signed out everywhere' }
  return (
    <>
      <Card title="Signed in" flush action={mayEnd && sessions.length > 0 ? <EndSession {...everywhere} /> : undefined}>
        {sessions.length === 0 ? <Empty title="Nowhere at the moment" /> : <SessionsList sessions={sessions} mayEnd={mayEnd} now={reader.now} reads={reads} />}
      </Card>
      <Card title="Sign-ins" flush action={mayEnd ? <EndSession path={`/users/${member}/order-password`} method="POST" label="Ask for a new password" done="The person was asked for a new password" /> : undefined}>
        {signIns.length === 0 ? <Empty title="None yet" /> : <SignInsList signIns={signIns} reads={reads} />}
      </Card>
    </>
  )
}
