import { ErrorPage } from '@/components/portal/shell/error-page'
import { ButtonLink } from '@/components/ui/button'

/** For a page the person's role does not include. */
export const NoAccess = ({ base }: { base: string }) => (
  <ErrorPage code={403} action={<ButtonLink href={base}>Go to your home page</ButtonLink>} />
)
