import { ErrorPage } from '@/components/portal/shell/error-page'
import { ButtonLink } from '@/components/ui/button'

export default function NotFound() {
  return <ErrorPage code={404} action={<ButtonLink href="/">Go to your home page</ButtonLink>} />
}
