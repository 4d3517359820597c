import { redirect } from 'next/navigation'

/** Payload's own reset would send its mail past our outbox; /admin/forgot leads to the product's one. */
export function ForgotPassword() {
  return redirect('/forgot-password')
}
