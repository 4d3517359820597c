import type { Metadata } from 'next'
import { AcceptForm } from './accept-form'
import { rulesFor } from '../_components/rules-for'
import { AuthShell } from '@/components/portal/shell/auth-shell'
import { ButtonLink } from '@/components/ui/button'
import { invitationOf } from '@/domain/identity'
import { isDomainError } from '@/kernel/errors'
import { installationPrincipal } from '@/platform/access/principal'
import { payloadForPages } from '@/platform/next/session'
import { readerFor } from '@/platform/reader'

export const metadata: Metadata = { title: 'Invitation' }

export default async function Page({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = '' } = await searchParams
  const invitation = await read(token)
  if (!invitation) {
    return (
      <AuthShell title="This invitation is not valid any more" description="It was used, taken back or is too old. Ask the person who invited you for a new one.">
        <ButtonLink href="/sign-in">Go to sign in</ButtonLink>
      </AuthShell>
    )
  }
  const { organizationName, name, email, needsPassword } = invitation
  return (
    <AuthShell title={`Join ${organizationName}`} description={`You were invited as ${email}.`} organization={{ name: organizationName }}>
      <AcceptForm token={token} name={name} email={email} needsPassword={needsPassword} rules={await rulesFor('invite', token)} />
    </AuthShell>
  )
}

async function read(token: string) {
  try {
    return await invitationOf(readerFor(await payloadForPages(), installationPrincipal('public')), token)
  } catch (error) {
    if (isDomainError(error)) return null
    throw error
  }
}
