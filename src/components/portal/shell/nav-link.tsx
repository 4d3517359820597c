'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A link that knows whether it leads to where one is. */
export function NavLink({
  href,
  exact,
  className,
  children,
}: {
  href: string
  exact?: boolean | undefined
  className?: string | undefined
  children: ReactNode
}) {
  const path = usePathname()
  const here = path === href || (!exact && path.startsWith(`${href}/`))
  return (
    <Link href={href} className={className} aria-current={here ? 'page' : undefined}>
      {children}
    </Link>
  )
}
