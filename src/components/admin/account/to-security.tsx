import { redirect } from 'next/navigation'

/** Payload's account form would change a password without asking for the present one; ours stands elsewhere. */
export function ToSecurity() {
  return redirect('/admin/my-security')
}
