import type { Ref } from 'react'
import { OptionFace, type RichOption } from '@/components/ui/option-face'

export interface OptionListProps {
  id: string
  label: string
  options: readonly RichOption[]
  /** Place of the option the keys are on. */
  active: number
  /** Value of the chosen one. */
  chosen?: string | undefined
  /** Stands where there are no options: why. */
  empty?: string | undefined
  /** `auto` closes on a press elsewhere, `manual` when told. */
  mode: 'auto' | 'manual'
  ref: Ref<HTMLDivElement>
  onToggle: (open: boolean) => void
  onChoose: (option: RichOption) => void
  onPoint: (index: number) => void
}

/** The options under a field, in the top layer. The focus stays in the field; the pointer must not take it away. */
export function OptionList({ id, label, options, active, chosen, empty, mode, ref, ...on }: OptionListProps) {
  return (
    <div
      ref={ref}
      popover={mode}
      id={`${id}-box`}
      className="menu"
      onToggle={(event) => on.onToggle(event.newState === 'open')}
      onMouseDown={(event) => event.preventDefault()}
    >
      <div id={id} role="listbox" aria-label={label}>
        {options.map((option, index) => (
          <div
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={option.value === chosen}
            aria-disabled={option.disabled}
            data-highlighted={index === active || undefined}
            className="menu-item cursor-pointer"
            onClick={() => on.onChoose(option)}
            onPointerMove={() => on.onPoint(index)}
          >
            <OptionFace option={option} chosen={option.value === chosen} />
          </div>
        ))}
      </div>
      {options.length === 0 && empty ? (
        <p role="status" className="px-2.5 py-3 text-muted">
          {empty}
        </p>
      ) : null}
    </div>
  )
}
