import { ErrorPage } from '@/components/portal/shell/error-page'
import { ButtonLink } from '@/components/ui/button'

/** Nothing is at this address; whoever is signed in finds home from here. */
export default function NotFound() {
  return (
    <main>
      <ErrorPage code={404} action={<ButtonLink href="/">Go to your home page</ButtonLink>} />
    </main>
  )
}
