import '@/styles/portal.css'

import type { ReactNode } from 'react'
import { fontClass } from '@/components/portal/shell/font'
import { themeFrom } from '@/components/portal/shell/theme'
import { ThemeScript } from '@/components/portal/shell/theme-script'

export interface PortalDocumentProps {
  children: ReactNode
  /** Value of the cookie `theme`, where the layout reads cookies anyway; else a small script applies it before the first paint. */
  themeCookie?: string | undefined
  /** Of the page's content security policy, for that script. */
  nonce?: string | undefined
  lang?: string | undefined
}

/** `<html>` and `<body>` of our own root layouts: stylesheet, font and theme in one place. Never around Payload's admin. */
export function PortalDocument({ children, themeCookie, nonce, lang = 'en' }: PortalDocumentProps) {
  const theme = themeFrom(themeCookie)
  return (
    <html
      lang={lang}
      className={fontClass}
      data-theme={theme === 'system' ? undefined : theme}
      suppressHydrationWarning
    >
      <body>
        {themeCookie === undefined ? <ThemeScript nonce={nonce} /> : null}
        {children}
      </body>
    </html>
  )
}
