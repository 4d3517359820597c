'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'

/** Puts a value on the clipboard and says so for two seconds. */
export function CopyButton({ value, label = 'Copy' }: { value: string; label?: string | undefined }) {
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    window.setTimeout(() => setCopied(false), 2000)
  }
  return (
    <span className="inline-flex" role="status">
      <IconButton
        size="sm"
        label={copied ? 'Copied' : label}
        icon={copied ? <Check aria-hidden className="text-success-text" /> : <Copy aria-hidden />}
        onClick={() => void copy()}
      />
    </span>
  )
}
