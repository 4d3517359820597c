'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { SIGNED_OUT } from '@/components/portal/client/api'

const SignInAgainDialog = lazy(() => import('@/components/portal/shell/sign-in-again-dialog').then((m) => ({ default: m.SignInAgainDialog })))

/** When a deed is refused because the session ended, asks for the password where one is: what was typed stays. */
export function SignInAgain({ email }: { email: string }) {
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    const ask = () => setAsked(true)
    window.addEventListener(SIGNED_OUT, ask)
    return () => window.removeEventListener(SIGNED_OUT, ask)
  }, [])
  if (!isAsked) return null
  return (
    <Suspense>
      <SignInAgainDialog email={email} onClose={() => setAsked(false)} />
    </Suspense>
  )
}
