'use client'

import { useEffect } from 'react'

const AGAIN_MS = 5_000

/**
 * What stands in place of a whole page, frame and all, when it could not be drawn: mostly a database that restarts. It
 * tries again by itself; nobody is signed out. It brings its few looks along and imports nothing of ours: every page,
 * the admin's too, names what this one needs among what it preloads.
 */
export default function Broken({ error }: { error: Error & { digest?: string } }) {
  useEffect(() => {
    const timer = setTimeout(() => window.location.reload(), AGAIN_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <html lang="en">
      <body>
        <title>Busy · Thoroughfare</title>
        <style>{LOOKS}</style>
        <main>
          <h1>The server is busy</h1>
          <p>You are still signed in and nothing was lost. This page tries again by itself in a few seconds.</p>
          <button type="button" onClick={() => window.location.reload()}>
            Reload
          </button>
          <p className="small">
            Error 503
            {error.digest ? ` · request ${error.digest}` : ''}
          </p>
        </main>
      </body>
    </html>
  )
}

// The colours of src/styles/tokens.css, which is not here to be asked.
const LOOKS = `
:root { color-scheme: light dark }
body { margin: 0; background: light-dark(#f8f8f6, #0f0f0f); color: light-dark(#1b1a17, #f0efeb); font: 14px/22px ui-sans-serif, system-ui, sans-serif }
main { display: grid; place-content: center; justify-items: center; gap: 8px; min-height: 100dvh; padding: 24px; text-align: center }
h1 { margin: 0; font-size: 22px; line-height: 28px; letter-spacing: -0.01em }
p { max-width: 42ch; margin: 0; color: light-dark(#57554e, #b0aea6) }
button { min-height: 44px; margin: 16px 0; padding: 0 16px; border: 1px solid light-dark(#8f8d85, #706f6a); border-radius: 8px; background: light-dark(#ffffff, #1f1f1e); color: inherit; font: inherit; font-weight: 550; cursor: pointer }
.small { font: 12px/18px ui-monospace, monospace }
`
