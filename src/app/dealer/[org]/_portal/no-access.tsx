import type { Portal } from './portal'
import { WhyNot } from '@/components/portal/access/why-not'
import { ErrorPage } from '@/components/portal/shell/error-page'
import { ButtonLink } from '@/components/ui/button'

/** For a page the person's role does not include; it says what is missing and who can change it. */
export function NoAccess({ portal: { base, organization }, needs }: { portal: Pick<Portal, 'base' | 'organization'>; needs: string }) {
  const ask = `/permission?permission=${needs}&organization=${organization.id}`
  return (
    <ErrorPage
      code={403}
      action={
        <>
          <ButtonLink href={base}>Go to your home page</ButtonLink>
          <WhyNot organization={organization.slug} ask={ask} what="Why you cannot open this page" trigger="Why not?" />
        </>
      }
    />
  )
}
