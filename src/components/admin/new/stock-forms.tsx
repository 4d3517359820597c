'use client'

import { NoteField, TextField } from '@/components/admin/act/fields'
import { SendForm } from '@/components/admin/act/form'
import { Pick } from '@/components/admin/act/pick'
import { Sheet } from '@/components/admin/act/sheet'
import { SOURCES } from '@/components/admin/act/sources'
import { given, quantityOf, textOf } from '@/components/admin/act/values'
import type { NewFormProps } from '@/components/admin/lists/new-buttons'
import { ungrouped } from '@/kernel/ungrouped'

/** An article in a location, when the page says both. */
export interface StockPlace {
  variant: { id: string; text: string }
  location: { id: string; text: string }
}

type StockFormProps = NewFormProps & { place?: StockPlace }

/** Corrects what is on hand at one place, with the reason the ledger keeps. */
export function AdjustStock({ onClose, place }: StockFormProps) {
  return (
    <Sheet title={`Adjust stock${placeWords(place)}`} intro="Corrects what is on hand. The move and its reason stay in the ledger." onClose={onClose} wide>
      <SendForm
        submit="Adjust"
        done="Stock adjusted"
        onClose={onClose}
        build={(form) => {
          const quantity = quantityOf(textOf(form, 'quantity') ?? '')
          if (quantity === null) return 'Give the difference as a number, for example -3 or 12.5.'
          return { path: '/stock/adjust', body: given({ ...goods(form), quantity, reason: textOf(form, 'reason') ?? '' }) }
        }}
      >
        {(wrong) => (
          <div className="tf-fields">
            <Goods place={place} wrong={{ variant: wrong['variant'], location: wrong['location'] }} />
            <TextField name="quantity" label="Difference" inputMode="decimal" half help="In the stock unit: 5 adds, -5 takes away" wrong={wrong['quantity']} />
            <NoteField name="reason" label="Reason" placeholder="Counted again, two were damaged" wrong={wrong['reason']} />
          </div>
        )}
      </SendForm>
    </Sheet>
  )
}

/** Takes goods into a place. */
export function ReceiveStock({ onClose, place }: StockFormProps) {
  return (
    <Sheet title={`Receive goods${placeWords(place)}`} intro="Adds goods to a location, with what they cost." onClose={onClose} wide>
      <SendForm
        submit="Receive"
        done="Goods received"
        onClose={onClose}
        build={(form) => {
          const quantity = quantityOf(textOf(form, 'quantity') ?? '')
          if (quantity === null || quantity.startsWith('-')) return 'Give the quantity as a number above zero.'
          const cost = textOf(form, 'cost')
          const unitCostMicro = cost === undefined ? undefined : Math.round(Number(ungrouped(cost)) * 1e6)
          if (unitCostMicro !== undefined && !Number.isSafeInteger(unitCostMicro)) return 'Give the cost per unit as a number, for example 12.40.'
          const { variant, location } = goods(form)
          return { path: '/stock/receive', body: given({ location, reference: textOf(form, 'reference'), lines: [given({ variant, quantity, unitCostMicro })] }) }
        }}
      >
        {(wrong) => (
          <div className="tf-fields">
            <Goods place={place} wrong={{ variant: wrong['lines.0.variant'], location: wrong['location'] }} />
            <TextField name="quantity" label="Quantity" inputMode="decimal" half help="In the stock unit" wrong={wrong['lines.0.quantity']} />
            <TextField name="cost" label="Cost per unit" inputMode="decimal" half required={false} wrong={wrong['lines.0.unitCostMicro']} />
            <TextField name="reference" label="Reference" half required={false} placeholder="Delivery note" wrong={wrong['reference']} />
          </div>
        )}
      </SendForm>
    </Sheet>
  )
}

const goods = (form: FormData) => ({ variant: textOf(form, 'variant'), location: textOf(form, 'location') })

const placeWords = (place: StockPlace | undefined): string => (place ? `: ${place.variant.text} in ${place.location.text}` : '')

function Goods({ place, wrong }: { place: StockPlace | undefined; wrong: Record<'variant' | 'location', string | undefined> }) {
  if (place) {
    return (
      <>
        <input type="hidden" name="variant" value={place.variant.id} />
        <input type="hidden" name="location" value={place.location.id} />
      </>
    )
  }
  return (
    <>
      <Pick name="variant" label="Variant" source={SOURCES.variant} wrong={wrong.variant} />
      <Pick name="location" label="Location" source={SOURCES.location} wrong={wrong.location} half />
    </>
  )
}
