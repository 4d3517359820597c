import { machines } from '@/domain/machines'
import type { Tone } from '@/kernel/machine'

/** A word in a tone. */
export function Badge({ tone, label }: { tone: Tone; label: string }) {
  return (
    <span className="tf-badge" data-tone={tone}>
      {label}
    </span>
  )
}

/** The state of a document with the label and tone its machine declares. */
export function StatusBadge({ machine, state }: { machine: string; state: string }) {
  const found = machines.find((one) => one.name === machine)?.states[state]
  return <Badge tone={found?.tone ?? 'neutral'} label={found?.label ?? state} />
}
