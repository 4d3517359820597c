'use client'

import { useState } from 'react'

export interface Secrets {
  id: string
  secret: string
  signingSecret: string | null
}

/** The secret of a key, the only time it is shown. */
export function SecretShown({ secrets: { secret, signingSecret }, onDone }: { secrets: Secrets; onDone: () => void }) {
  return (
    <div className="pp-form">
      <p className="pp-note">Copy it now. It is not stored and cannot be shown again; whoever has it acts as this key.</p>
      <Shown label="Key, for the header Authorization" value={secret} />
      {signingSecret ? <Shown label="Signing secret, never sent along" value={signingSecret} /> : null}
      <pre className="pp-code" tabIndex={0}>{`curl -H "Authorization: Bearer ${secret.slice(0, 17)}…" \\\n  ${typeof window === 'undefined' ? '' : window.location.origin}/api/v1/…`}</pre>
      <div className="pp-actions">
        <button type="button" className="pp-button" data-look="primary" onClick={onDone}>
          I have it
        </button>
      </div>
    </div>
  )
}

function Shown({ label, value }: { label: string; value: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <label className="pp-field">
      {label}
      <span className="pp-secret">
        <input className="pp-input" readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
        <button type="button" className="pp-button" onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy'}
        </button>
      </span>
    </label>
  )
}
