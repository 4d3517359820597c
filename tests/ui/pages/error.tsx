import { ErrorPage } from '@/components/portal/shell/error-page'
import { Button, ButtonLink } from '@/components/ui/button'
import { Frame } from './frame'

export const path = '/dealer/alpine/gone'

/** Nothing here. */
export const Page = () => (
  <Frame>
    <ErrorPage
      code={404}
      requestId="01J9Z0C6W2"
      action={
        <>
          <ButtonLink href="#" variant="primary">
            Go home
          </ButtonLink>
          <Button>Search the catalog</Button>
        </>
      }
    />
  </Frame>
)
