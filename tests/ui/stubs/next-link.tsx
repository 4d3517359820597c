import type { AnchorHTMLAttributes } from 'react'

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string
  prefetch?: boolean
  replace?: boolean
  scroll?: boolean
}

/** next/link without a router: an anchor. */
export default function Link({ prefetch: _prefetch, replace: _replace, scroll: _scroll, ...rest }: LinkProps) {
  return <a {...rest} />
}
