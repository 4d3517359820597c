'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { ErrorPage } from '@/components/portal/shell/error-page'
import { Button } from '@/components/ui/button'

/** What is shown in the page's place when it broke; the frame around it stays. */
export default function PageBroke({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter()
  const again = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return <ErrorPage code={500} requestId={error.digest} action={<Button onClick={again}>Try again</Button>} />
}
