import localFont from 'next/font/local'

const inter = localFont({
  src: '../../../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-inter',
  weight: '100 900',
  display: 'swap',
  adjustFontFallback: false,
})

/** Class for <html>: makes Inter known as `--font-inter` and has it preloaded. */
export const fontClass: string = inter.variable
