'use client'

import { formatMinor } from '@/components/ui/format'
import { ChoiceField, TextField } from '@/components/admin/act/fields'
import { SendForm } from '@/components/admin/act/form'
import { Sheet } from '@/components/admin/act/sheet'
import type { SpecialProps } from '@/components/admin/act/special'
import { given, minorOf, textOf } from '@/components/admin/act/values'

/** Takes back what a payment settled of one invoice, whole or in part. */
export function UnallocateForm({ action, document, onClose }: SpecialProps) {
  const { id, title, currency, locale, settled = [] } = document
  return (
    <Sheet title={`Take an allocation of ${title} back`} intro="The invoice is open again by that amount." onClose={onClose}>
      <SendForm
        submit="Take back"
        look="danger-fill"
        done="Allocation taken back"
        onClose={onClose}
        build={(form) => {
          const text = textOf(form, 'amount')
          const amountMinor = text === undefined ? undefined : minorOf(text, currency)
          if (amountMinor === null) return `Give the amount in ${currency}, or leave it empty for all of it.`
          return { path: `/payments/${id}/${action.verb}`, body: given({ invoice: textOf(form, 'invoice') ?? '', amountMinor }) }
        }}
      >
        {(wrong) => (
          <div className="tf-fields">
            <ChoiceField name="invoice" label="Invoice" options={settled.map((one) => ({ value: one.invoice, label: `${one.number}: ${formatMinor(one.amountMinor, currency, locale)}` }))} wrong={wrong['invoice']} />
            <TextField name="amount" label={`Amount (${currency})`} inputMode="decimal" required={false} help="All of it when left empty" wrong={wrong['amountMinor']} />
          </div>
        )}
      </SendForm>
    </Sheet>
  )
}
