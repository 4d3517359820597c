import { SubmittingSelect } from '@/components/ui/auto-submit'
import type { SelectOption } from '@/components/ui/select'

export interface SortSelectProps {
  options: readonly SelectOption[]
  value: string
  name?: string | undefined
  /** Other query parameters to keep. */
  keep?: Readonly<Record<string, string>> | undefined
}

/** The order of a list, in the address as `?sort=`. */
export function SortSelect({ options, value, name = 'sort', keep = {} }: SortSelectProps) {
  return (
    <form className="flex-none">
      {Object.entries(keep).map(([key, kept]) => (
        <input key={key} type="hidden" name={key} value={kept} />
      ))}
      <SubmittingSelect name={name} aria-label="Sort by" options={options} defaultValue={value} />
    </form>
  )
}
