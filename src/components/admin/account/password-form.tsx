'use client'

import { OwnForm } from '@/components/admin/account/own-form'
import { TextField } from '@/components/admin/act/fields'

/** Changes the own password; this browser stays signed in with a new session, all others end. */
export function PasswordForm({ email, rules }: { email: string; rules: string }) {
  return (
    <OwnForm path="/users/me/password" method="POST" submit="Change the password" done="Your password was changed; other sessions were ended" body={(form) => ({ currentPassword: form.get('currentPassword'), password: form.get('password') })}>
      {(wrong) => (
        <>
          <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
          <TextField name="currentPassword" label="Present password" type="password" autoComplete="current-password" required maxLength={128} wrong={wrong['currentPassword']} />
          <TextField name="password" label="New password" type="password" autoComplete="new-password" required maxLength={128} help={rules} wrong={wrong['password']} />
        </>
      )}
    </OwnForm>
  )
}
