import type { SettingFacts } from '@/components/settings/facts'
import { Badge } from '@/components/ui/badge'

const SHORT = 220

/** A value in words; long texts open on demand. */
export function SettingValue({ lines }: { lines: readonly string[] }) {
  const text = lines.join('\n')
  if (text === '') return <p className="text-subtle">Not set</p>
  if (text.length <= SHORT) return <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
  return (
    <details>
      <summary className="cursor-pointer [overflow-wrap:anywhere]">{text.slice(0, SHORT).trimEnd()}…</summary>
      <p className="mt-2 whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
    </details>
  )
}

/** Where a value comes from; only one's own is highlighted. */
export function Origin({ setting: { origin, isOwn } }: { setting: Pick<SettingFacts, 'origin' | 'isOwn'> }) {
  return (
    <Badge tone={isOwn ? 'info' : 'neutral'} outline={!isOwn}>
      {origin}
    </Badge>
  )
}
