'use client'

import { Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { rangeIn, unitLabel, type OrderRules, type OrderUnit } from '@/components/portal/cart/units'
import { useDeed } from '@/components/portal/client/use-deed'
import { IconButton } from '@/components/ui/icon-button'
import { QuantityStepper } from '@/components/ui/quantity-stepper'
import { Select } from '@/components/ui/select'

export interface CartLineControlsProps extends OrderRules {
  organization: string
  line: string
  variant: string
  sku: string
  name: string
  unit: string
  units: readonly OrderUnit[]
  quantity: string
}

/** Quantity, unit and the way out of a cart line; each change is asked of the server at once. */
export function CartLineControls(props: CartLineControlsProps) {
  const { organization, line, variant, sku, name, unit, units, quantity, stockUnit } = props
  const problemId = useId()
  const { act, isBusy, problem } = useDeed(organization)
  const { min, step } = rangeIn(props, units.find(({ code }) => code === unit) ?? { code: unit, factor: '1' })
  const path = `/cart/items/${line}`
  // A refused quantity goes back to the one that stands.
  const [refused, setRefused] = useState(0)
  const change = async (next: number) => {
    if (!(await act(path, { method: 'PATCH', body: { quantity: String(next) } }))) setRefused(refused + 1)
  }
  const remove = () => act(path, { method: 'DELETE', body: {} }, { say: () => ({ title: `${sku} removed` }) })
  // A line has one unit: the same quantity goes in anew in the other one, then the old line goes.
  const chooseUnit = async (code: string) => {
    const isIn = await act('/cart/items', { body: { variant, quantity, ...(code === stockUnit ? {} : { unit: code }) } })
    if (isIn) await act(path, { method: 'DELETE', body: {} })
  }
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-center justify-end gap-2 max-lg:justify-start">
        <QuantityStepper key={refused} label={`Quantity of ${name}`} value={Number(quantity)} min={min} step={step} size="sm" disabled={isBusy} onCommit={(next) => void change(next)} />
        {units.length > 1 ? (
          <Select
            aria-label={`Unit of ${name}`}
            value={unit}
            size="sm"
            className="w-auto"
            disabled={isBusy}
            options={units.map((one) => ({ value: one.code, label: unitLabel(one, stockUnit) }))}
            onChange={(event) => void chooseUnit(event.target.value)}
          />
        ) : (
          <span className="text-sm text-muted">{unit}</span>
        )}
        <IconButton label={`Remove ${name}`} icon={<Trash2 aria-hidden />} size="sm" disabled={isBusy} onClick={() => void remove()} />
      </div>
      <p id={problemId} role="alert" className="text-right text-sm font-medium text-danger-text empty:hidden max-lg:text-left">
        {problem?.message}
      </p>
    </div>
  )
}
