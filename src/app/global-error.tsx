'use client'

import { useEffect } from 'react'
import { ErrorPage } from '@/components/portal/shell/error-page'
import { PortalDocument } from '@/components/portal/shell/portal-document'
import { Button } from '@/components/ui/button'

const AGAIN_MS = 5_000

/**
 * What stands in place of a whole page, frame and all, when it could not be drawn: mostly a database that restarts. It
 * tries again by itself; nobody is signed out.
 */
export default function Broken({ error }: { error: Error & { digest?: string } }) {
  useEffect(() => {
    const timer = setTimeout(() => window.location.reload(), AGAIN_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <PortalDocument>
      <title>Busy · Thoroughfare</title>
      <main>
        <ErrorPage code={503} requestId={error.digest} action={<Button onClick={() => window.location.reload()}>Reload</Button>} />
      </main>
    </PortalDocument>
  )
}
