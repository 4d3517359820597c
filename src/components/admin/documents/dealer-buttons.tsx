'use client'

import { useState } from 'react'
import { NoteField, TextField } from '@/components/admin/act/fields'
import { customBody, CustomFields } from '@/components/admin/act/custom-fields'
import { SendForm } from '@/components/admin/act/form'
import { Pick } from '@/components/admin/act/pick'
import { Sheet } from '@/components/admin/act/sheet'
import { SOURCES } from '@/components/admin/act/sources'
import { given, minorOf, textOf, wholeOf } from '@/components/admin/act/values'
import type { CustomField } from '@/domain/core/custom-fields'
import type { NewFacts } from '@/components/admin/lists/new-buttons'
import { InvitePerson } from '@/components/admin/new/invite-person'
import { RecordPayment } from '@/components/admin/new/record-payment'
import { majorText } from '@/kernel/currency'

interface DealerBrief {
  id: string
  party: string
  name: string
  creditLimitMinor: number | null
  termsDays: number
  revision: number
  internalNote: string | null
  custom: Readonly<Record<string, unknown>>
}

interface DealerButtonsProps {
  dealer: DealerBrief
  facts: NewFacts
  /** what the organization has added to its dealers */
  fields: readonly CustomField[]
  may: { edit: boolean; invite: boolean; pay: boolean }
}

/** What HQ does with a dealer beside its status: change terms, invite people, record money. */
export function DealerButtons({ dealer, facts, fields, may }: DealerButtonsProps) {
  const [open, setOpen] = useState<'edit' | 'invite' | 'pay' | null>(null)
  const close = () => setOpen(null)
  const button = (key: 'edit' | 'invite' | 'pay', label: string) =>
    may[key] ? (
      <button type="button" className="tf-button" onClick={() => setOpen(key)}>
        {label}
      </button>
    ) : null
  return (
    <>
      {button('edit', 'Change terms')}
      {button('invite', 'Invite person')}
      {button('pay', 'Record payment')}
      {open === 'edit' ? <EditTerms dealer={dealer} fields={fields} facts={facts} onClose={close} /> : null}
      {open === 'invite' ? <InvitePerson facts={facts} into={{ id: dealer.party, name: dealer.name }} onClose={close} /> : null}
      {open === 'pay' ? <RecordPayment facts={facts} start={{ buyer: { id: dealer.party, name: dealer.name }, currency: facts.currency }} onClose={close} /> : null}
    </>
  )
}

function EditTerms({ dealer, fields, facts: { currency, organization }, onClose }: { dealer: DealerBrief; fields: readonly CustomField[]; facts: NewFacts; onClose: () => void }) {
  return (
    <Sheet title={`Terms of ${dealer.name}`} intro="New orders follow these; documents that exist keep what they were made under." onClose={onClose} wide>
      <SendForm
        submit="Save"
        done="Terms saved"
        onClose={onClose}
        build={(form) => {
          const limit = textOf(form, 'creditLimit')
          const creditLimitMinor = limit === undefined ? null : minorOf(limit, currency)
          if (limit !== undefined && creditLimitMinor === null) return `Give the credit limit as an amount in ${currency}, for example 25000.`
          const picked = { tier: textOf(form, 'tier'), territory: textOf(form, 'territory'), branch: textOf(form, 'branch'), priceList: textOf(form, 'priceList') }
          const body = { ...given(picked), creditLimitMinor, termsDays: wholeOf(form, 'termsDays') ?? dealer.termsDays, internalNote: textOf(form, 'internalNote') ?? null, revision: dealer.revision, ...customBody(form, fields, dealer.custom) }
          return { path: `/dealers/${dealer.id}`, method: 'PATCH', body }
        }}
      >
        {(wrong) => (
          <div className="tf-fields">
            <TextField name="creditLimit" label={`Credit limit (${currency})`} inputMode="decimal" half required={false} help="No limit when left empty" {...(dealer.creditLimitMinor === null ? {} : { defaultValue: majorText(dealer.creditLimitMinor, currency) })} wrong={wrong['creditLimitMinor']} />
            <TextField name="termsDays" label="Days to pay" inputMode="numeric" half defaultValue={String(dealer.termsDays)} wrong={wrong['termsDays']} />
            <Pick name="tier" label="New tier" source={SOURCES.tier} half required={false} help="Stays as it is when left empty" wrong={wrong['tier']} />
            <Pick name="territory" label="New territory" source={SOURCES.territory} half required={false} help="Stays as it is when left empty" wrong={wrong['territory']} />
            <Pick name="branch" label="New branch of ours" source={{ ...SOURCES.branch, only: { organization } }} half required={false} help="Stays as it is when left empty" wrong={wrong['branch']} />
            <Pick name="priceList" label="New price list" source={SOURCES.priceList} half required={false} help="Stays as it is when left empty" wrong={wrong['priceList']} />
            <CustomFields fields={fields} values={dealer.custom} wrong={wrong} />
            <NoteField name="internalNote" label="Internal note" required={false} {...(dealer.internalNote ? { defaultValue: dealer.internalNote } : {})} wrong={wrong['internalNote']} />
          </div>
        )}
      </SendForm>
    </Sheet>
  )
}
