import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

export interface ButtonLook {
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger' | 'danger-quiet' | 'link' | undefined
  size?: 'sm' | 'md' | 'lg' | undefined
}

export interface ButtonProps extends ComponentProps<'button'>, ButtonLook {
  icon?: ReactNode
  /** Shows a spinner and refuses a second press; the label stays, so the width does too. */
  busy?: boolean | undefined
}

export interface ButtonLinkProps extends ComponentProps<typeof Link>, ButtonLook {
  icon?: ReactNode
}

/** Class names of a button, for elements that are buttons only in looks (`<summary>`, `<label>`). */
export const buttonLook = (
  { variant = 'secondary', size = 'md' }: ButtonLook,
  ...more: (string | undefined)[]
): string => cn('btn', `btn-${variant}`, size !== 'md' && `btn-${size}`, more)

/** A button. `type` is `button` unless told, so nothing submits by accident. */
export function Button({ variant, size, icon, busy, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} aria-busy={busy || undefined} className={buttonLook({ variant, size }, className)}>
      {busy ? <span className="spinner" aria-hidden /> : icon}
      {children}
    </button>
  )
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={buttonLook({ variant, size }, className)}>
      {icon}
      {children}
    </Link>
  )
}
