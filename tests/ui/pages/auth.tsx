import { AuthShell } from '@/components/portal/shell/auth-shell'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { TextField } from '@/components/ui/field'

export const path = '/sign-in'

/** The front door. */
export function Page() {
  return (
    <AuthShell
      title="Sign in"
      description="Welcome back."
      footer={
        <>
          No account yet?{' '}
          <a href="#apply" className="link">
            Apply to become a dealer
          </a>
        </>
      }
    >
      <form className="grid gap-5">
        <TextField label="E-mail" type="email" name="email" autoComplete="username" size="lg" required />
        <TextField
          label="Password"
          type="password"
          name="password"
          autoComplete="current-password"
          size="lg"
          required
        />
        <div className="flex items-center justify-between gap-4 text-sm">
          <Checkbox label="Keep me signed in" />
          <a href="#forgot" className="link">
            Forgot it?
          </a>
        </div>
        <Button type="submit" variant="primary" size="lg">
          Sign in
        </Button>
      </form>
    </AuthShell>
  )
}
