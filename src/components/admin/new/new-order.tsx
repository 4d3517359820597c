'use client'

import { useState } from 'react'
import { NoteField, TextField } from '@/components/admin/act/fields'
import { SendForm } from '@/components/admin/act/form'
import { Pick, type PickDoc } from '@/components/admin/act/pick'
import { Sheet } from '@/components/admin/act/sheet'
import { SOURCES } from '@/components/admin/act/sources'
import { given, textOf } from '@/components/admin/act/values'
import type { NewFormProps } from '@/components/admin/lists/new-buttons'
import { OrderLines, type TypedLine } from '@/components/admin/new/order-lines'
import { useQuote } from '@/components/admin/new/use-quote'
import { formatMinor } from '@/components/ui/format'

/** Drafts an order for a dealer; prices follow the dealer's lists while lines are typed. */
export function NewOrder({ facts, onClose }: NewFormProps) {
  const [dealer, setDealer] = useState<PickDoc | null>(null)
  const [lines, setLines] = useState<TypedLine[]>([{ key: 0, variant: null, quantity: '1' }])
  const quote = useQuote(dealer?.id ?? null, lines)
  const filled = lines.filter((line) => line.variant !== null)
  return (
    <Sheet title="New order" intro="A draft: nothing is reserved and the dealer sees nothing before it is submitted." onClose={onClose} wide>
      <SendForm
        submit="Create draft"
        done="Order drafted"
        onClose={onClose}
        summary={quote ? <strong className="tf-number">Net {formatMinor(quote.netMinor, quote.currency, facts.locale)}</strong> : null}
        next={(data) => orderPath(data)}
        build={(form) => {
          if (!dealer) return 'Choose the dealer this order is for.'
          if (filled.length === 0) return 'Add at least one line.'
          return {
            path: '/orders/draft',
            body: given({
              dealer: dealer.id,
              sellerBranch: textOf(form, 'sellerBranch'),
              shipTo: textOf(form, 'shipTo'),
              poReference: textOf(form, 'poReference'),
              requestedOn: textOf(form, 'requestedOn'),
              note: textOf(form, 'note'),
              lines: filled.map(({ variant, quantity }) => ({ variant: variant?.id, quantity })),
            }),
          }
        }}
      >
        {(wrong) => (
          <>
            <div className="tf-fields">
              <Pick name="dealer" label="Dealer" source={SOURCES.dealer} wrong={wrong['dealer']} onPick={setDealer} />
              <Pick name="sellerBranch" label="Our branch" source={{ ...SOURCES.branch, only: { organization: facts.organization } }} required={false} help="The one that looks after the dealer when left empty" wrong={wrong['sellerBranch']} />
              {dealer ? <ShipToPick key={dealer.id} party={dealer['party']} wrong={wrong['shipTo']} /> : null}
            </div>
            <OrderLines lines={lines} quote={quote} wrong={wrong} locale={facts.locale} onChange={setLines} />
            <div className="tf-fields">
              <TextField name="poReference" label="Dealer's reference" half required={false} wrong={wrong['poReference']} />
              <TextField name="requestedOn" label="Wanted on" type="date" min={facts.today} half required={false} wrong={wrong['requestedOn']} />
              <NoteField name="note" label="Note to the dealer" required={false} wrong={wrong['note']} />
            </div>
          </>
        )}
      </SendForm>
    </Sheet>
  )
}

function ShipToPick({ party, wrong }: { party: unknown; wrong: string | undefined }) {
  const source = { ...SOURCES.address, only: { organization: String(party) } }
  return <Pick name="shipTo" label="Ship to" source={source} required={false} help="The dealer's first shipping address when left empty" wrong={wrong} />
}

function orderPath(data: unknown): string | null {
  const id = (data as { id?: unknown } | null)?.id
  return typeof id === 'string' ? `/admin/collections/orders/${id}` : null
}
