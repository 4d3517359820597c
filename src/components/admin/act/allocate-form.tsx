'use client'

import { useState } from 'react'
import { formatMinor } from '@/components/ui/format'
import { ChoiceField } from '@/components/admin/act/fields'
import { SendForm } from '@/components/admin/act/form'
import { Sheet } from '@/components/admin/act/sheet'
import type { SpecialProps } from '@/components/admin/act/special'
import { AllocationRows, allocationsOf } from '@/components/admin/new/allocation-rows'
import { useOpenInvoices } from '@/components/admin/new/open-invoices'

/** Settles invoices with what is left of a payment or a credit note. */
export function AllocateForm({ action, document, onClose }: SpecialProps) {
  const { collection, id, title, currency, locale, buyer, leftMinor = 0 } = document
  const [how, setHow] = useState('oldest-first')
  const invoices = useOpenInvoices(buyer ?? null, currency)
  return (
    <Sheet title={`Settle invoices with ${title}`} intro={`${formatMinor(leftMinor, currency, locale)} can be used.`} onClose={onClose} wide>
      <SendForm
        submit="Settle"
        done="Invoices settled"
        onClose={onClose}
        build={(form) => {
          const allocate = how === 'chosen' ? allocationsOf(form, invoices, currency) : how
          return allocate === null ? 'Give at least one invoice an amount above zero.' : { path: `/${collection}/${id}/${action.verb}`, body: { allocate } }
        }}
      >
        {(wrong) => (
          <div className="tf-fields">
            <ChoiceField name="how" label="It settles" options={HOW} onChoose={setHow} wrong={wrong['allocate']} />
            {how === 'chosen' ? <AllocationRows invoices={invoices} locale={locale} /> : null}
          </div>
        )}
      </SendForm>
    </Sheet>
  )
}

const HOW = [
  { value: 'oldest-first', label: 'The oldest invoices first' },
  { value: 'chosen', label: 'Invoices I choose' },
]
