import { Check } from 'lucide-react'
import type { ReactNode } from 'react'

export interface RichOption {
  value: string
  label: string
  /** Second line: an address, a description. */
  hint?: string | undefined
  icon?: ReactNode
  disabled?: boolean | undefined
}

/** The inside of an option: icon, one or two lines, a tick on the chosen one. */
export const OptionFace = ({ option, chosen }: { option: RichOption; chosen: boolean }) => (
  <>
    {option.icon}
    <span className="min-w-0">
      <span className="block">{option.label}</span>
      {option.hint ? <span className="block truncate text-xs text-muted">{option.hint}</span> : null}
    </span>
    {chosen ? <Check aria-hidden className="ml-auto" /> : null}
  </>
)
