import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { buttonLook, type ButtonLook } from '@/components/ui/button'

interface Named extends ButtonLook {
  /** Read aloud and shown as the native tip: an icon alone is not a name. */
  label: string
  icon: ReactNode
}

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & Named
export type IconLinkProps = Omit<ComponentProps<typeof Link>, 'children'> & Named

/** A square button with an icon and a spoken name. */
export function IconButton({
  label,
  icon,
  variant = 'ghost',
  size,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const look = buttonLook({ variant, size }, 'btn-icon', className)
  return (
    <button title={label} {...rest} type={type} aria-label={label} className={look}>
      {icon}
    </button>
  )
}

/** A square link with an icon and a spoken name. */
export function IconLink({ label, icon, variant = 'ghost', size, className, ...rest }: IconLinkProps) {
  const look = buttonLook({ variant, size }, 'btn-icon', className)
  return (
    <Link title={label} {...rest} aria-label={label} className={look}>
      {icon}
    </Link>
  )
}
