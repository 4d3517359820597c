import { Check } from 'lucide-react'

/** Where one stands in a sequence of pages or states; `current` counts from 0, past the end means all done. */
export function Stepper({ steps, current, label }: { steps: readonly string[]; current: number; label: string }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => {
        const state = index < current ? 'done' : index === current ? 'current' : 'ahead'
        return (
          <li key={step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="flex items-center gap-1.5">
              {state === 'done' ? <Check aria-hidden className="size-3.5 flex-none text-brand-text" /> : null}
              <span className={state === 'current' ? '' : 'max-sm:sr-only'}>{step}</span>
              {state === 'done' ? <span className="sr-only">, done</span> : null}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
