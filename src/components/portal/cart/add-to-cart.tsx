'use client'

import { ShoppingCart } from 'lucide-react'
import { useId, useState } from 'react'
import { orderUnits, rangeIn, unitLabel, type OrderRules, type OrderUnit } from '@/components/portal/cart/units'
import { useDeed } from '@/components/portal/client/use-deed'
import { Button } from '@/components/ui/button'
import { QuantityStepper } from '@/components/ui/quantity-stepper'
import { Select } from '@/components/ui/select'

export interface AddToCartProps extends OrderRules {
  organization: string
  variant: string
  sku: string
  name: string
  packs: readonly { unit: string; factor: string | number }[]
  /** `/dealer/<slug>/cart`, for the message's link. */
  cartHref: string
  /** Narrow, for a card of a list: no choice of unit, small controls. */
  compact?: boolean
}

/** Quantity, unit and the button. What cannot be ordered is said under it. */
export function AddToCart(props: AddToCartProps) {
  const { organization, variant, sku, name, packs, stockUnit, cartHref, compact = false } = props
  const problemId = useId()
  const units = orderUnits(stockUnit, packs)
  const [code, setCode] = useState(stockUnit)
  const unitOf = (wanted: string) => units.find((one) => one.code === wanted) ?? { code: stockUnit, factor: '1' }
  const { min, step } = rangeIn(props, unitOf(code))
  const [quantity, setQuantity] = useState(Math.max(1, min))
  const { act, isBusy, problem, clear } = useDeed(organization)

  const choose = (next: string) => {
    clear()
    setCode(next)
    setQuantity(Math.max(1, rangeIn(props, unitOf(next)).min))
  }
  const add = () =>
    act('/cart/items', { body: { variant, quantity: String(quantity), ...(code === stockUnit ? {} : { unit: code }) } }, {
      say: () => ({ title: `${quantity} ${code} of ${sku} in your cart`, action: { label: 'Open cart', onClick: () => window.location.assign(cartHref) } }),
    })

  const size = compact ? 'sm' : undefined
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <div className="flex flex-wrap items-center gap-2">
        <QuantityStepper key={code} label={`Quantity of ${name}`} value={quantity} min={min} step={step} size={size} onCommit={setQuantity} />
        {compact ? null : <UnitSelect units={units} stockUnit={stockUnit} value={code} onChoose={choose} />}
        <Button
          type="submit"
          variant={compact ? 'secondary' : 'primary'}
          size={size}
          busy={isBusy}
          className="flex-1"
          icon={<ShoppingCart aria-hidden />}
          aria-label={compact ? `Add ${name} to the cart` : undefined}
          aria-describedby={problemId}
        >
          {compact ? 'Add' : 'Add to cart'}
        </Button>
      </div>
      <p id={problemId} role="alert" className="text-sm font-medium text-danger-text empty:hidden">
        {problem?.message}
      </p>
    </form>
  )
}

function UnitSelect({ units, stockUnit, value, onChoose }: { units: readonly OrderUnit[]; stockUnit: string; value: string; onChoose: (code: string) => void }) {
  if (units.length === 1) return null
  const options = units.map((one) => ({ value: one.code, label: unitLabel(one, stockUnit) }))
  return <Select aria-label="Unit" value={value} options={options} className="w-auto" onChange={(event) => onChoose(event.target.value)} />
}
