import { THEME_COOKIE } from '@/components/portal/shell/theme'

const SOURCE = `try{var m=/(?:^|; )${THEME_COOKIE}=(light|dark)/.exec(document.cookie);if(m)document.documentElement.dataset.theme=m[1]}catch(e){}`

/**
 * Sets the chosen theme before the first paint; stands first in <body>. Not needed where the layout reads the cookie and writes
 * `data-theme` itself. The system's preference needs neither: the stylesheet follows it alone.
 */
export const ThemeScript = ({ nonce }: { nonce?: string | undefined }) => (
  <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: SOURCE }} />
)
