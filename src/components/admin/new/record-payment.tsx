'use client'

import { useState } from 'react'
import { ChoiceField, NoteField, TextField } from '@/components/admin/act/fields'
import { SendForm } from '@/components/admin/act/form'
import { Pick, type PickDoc } from '@/components/admin/act/pick'
import { Sheet } from '@/components/admin/act/sheet'
import { SOURCES } from '@/components/admin/act/sources'
import { given, minorOf, textOf } from '@/components/admin/act/values'
import type { NewFormProps } from '@/components/admin/lists/new-buttons'
import { AllocationRows, allocationsOf, type OpenInvoice } from '@/components/admin/new/allocation-rows'
import { useOpenInvoices } from '@/components/admin/new/open-invoices'
import { majorText } from '@/kernel/currency'

export interface PaymentStart {
  buyer: { id: string; name: string }
  currency: string
  /** Minor units the form begins with. */
  amountMinor?: number
}

const METHODS = ['bank-transfer', 'cheque', 'card', 'cash', 'other'].map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1).replace('-', ' ') }))
const SETTLING = [
  { value: 'oldest-first', label: 'The oldest invoices first' },
  { value: 'chosen', label: 'Invoices I choose' },
  { value: 'none', label: 'None: keep it as credit' },
]

/** Records money that came in and what it settles, in one step. */
export function RecordPayment({ facts, onClose, start }: NewFormProps & { start?: PaymentStart }) {
  const [buyer, setBuyer] = useState<string | null>(start?.buyer.id ?? null)
  const [settling, setSettling] = useState('oldest-first')
  const currency = start?.currency ?? facts.currency
  const invoices = useOpenInvoices(buyer, currency)
  return (
    <Sheet title="Record payment" intro={start ? `From ${start.buyer.name}` : 'Money that came in from a dealer.'} onClose={onClose} wide>
      <SendForm submit="Record payment" done="Payment recorded" onClose={onClose} build={(form) => bodyOf(form, { buyer, currency, settling, invoices })} next={(data) => paymentPath(data)}>
        {(wrong) => (
          <>
            <div className="tf-fields">
              {start ? null : <Pick name="dealer" label="Dealer" source={SOURCES.anyDealer} wrong={wrong['buyer']} onPick={(doc: PickDoc | null) => setBuyer(typeof doc?.['party'] === 'string' ? doc['party'] : null)} />}
              <TextField name="amount" label={`Amount (${currency})`} inputMode="decimal" half wrong={wrong['amountMinor']} {...(start?.amountMinor ? { defaultValue: majorText(start.amountMinor, currency) } : {})} />
              <TextField name="receivedOn" label="Received on" type="date" half defaultValue={facts.today} max={facts.today} wrong={wrong['receivedOn']} />
              <ChoiceField name="method" label="Method" options={METHODS} half wrong={wrong['method']} />
              <TextField name="reference" label="Reference" half required={false} wrong={wrong['reference']} />
              <ChoiceField name="allocate" label="It settles" options={SETTLING} onChoose={setSettling} wrong={wrong['allocate']} />
              {settling === 'chosen' ? <AllocationRows invoices={invoices} locale={facts.locale} /> : null}
              <NoteField name="internalNote" label="Internal note" required={false} wrong={wrong['internalNote']} />
            </div>
          </>
        )}
      </SendForm>
    </Sheet>
  )
}

interface PaymentState {
  buyer: string | null
  currency: string
  settling: string
  invoices: readonly OpenInvoice[]
}

function bodyOf(form: FormData, { buyer, currency, settling, invoices }: PaymentState) {
  if (!buyer) return 'Choose the dealer who paid.'
  const amountMinor = minorOf(textOf(form, 'amount') ?? '', currency)
  if (amountMinor === null || amountMinor < 1) return `Give the amount in ${currency}, for example 1250.00.`
  const chosen = settling === 'chosen' ? allocationsOf(form, invoices, currency) : settling
  if (chosen === null) return 'Give at least one invoice an amount above zero.'
  return {
    path: '/payments',
    body: given({
      buyer,
      amountMinor,
      currency,
      method: textOf(form, 'method'),
      reference: textOf(form, 'reference'),
      receivedOn: textOf(form, 'receivedOn'),
      internalNote: textOf(form, 'internalNote'),
      allocate: chosen,
    }),
  }
}

function paymentPath(data: unknown): string | null {
  const id = (data as { id?: unknown } | null)?.id
  return typeof id === 'string' ? `/admin/collections/payments/${id}` : null
}
