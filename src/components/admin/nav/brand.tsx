import Link from 'next/link'

/** The mark of the product: a road between two points. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="currentColor" />
      <path d="M7 22c6 0 6-12 12-12h6" stroke="var(--tf-brand-ink)" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="7.5" cy="22" r="2.4" fill="var(--tf-brand-ink)" />
      <circle cx="24.5" cy="10" r="2.4" fill="var(--tf-brand-ink)" />
    </svg>
  )
}

/** In the header of every admin page. */
export function BrandIcon() {
  return (
    <span className="tf-brand">
      <Mark />
    </span>
  )
}

/** Above the sign-in form. */
export function BrandLogo() {
  return (
    <span className="tf-brand" data-size="large">
      <Mark /> Thoroughfare
    </span>
  )
}

/** Below the sign-in form: dealers have a door of their own. */
export function SignInNote() {
  return (
    <p className="tf-sign-in">
      Here to order? <Link className="tf-link" href="/sign-in" prefetch={false}>Go to the portal</Link>
    </p>
  )
}
