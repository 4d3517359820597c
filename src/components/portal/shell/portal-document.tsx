import '@/styles/portal.css'

import type { ReactNode } from 'react'
import { fontClass } from '@/components/portal/shell/font'
import { themeFrom } from '@/components/portal/shell/theme'

export interface PortalDocumentProps {
  children: ReactNode
  /** Value of the cookie `theme`. */
  themeCookie: string | undefined
  lang?: string | undefined
}

/** `<html>` and `<body>` of our own root layouts: stylesheet, font and theme in one place. Never around Payload's admin. */
export function PortalDocument({ children, themeCookie, lang = 'en' }: PortalDocumentProps) {
  const theme = themeFrom(themeCookie)
  return (
    <html
      lang={lang}
      className={fontClass}
      data-theme={theme === 'system' ? undefined : theme}
      suppressHydrationWarning
    >
      <body>{children}</body>
    </html>
  )
}
