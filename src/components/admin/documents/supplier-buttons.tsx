'use client'

import { useState } from 'react'
import { NoteField, TextField } from '@/components/admin/act/fields'
import { SendForm } from '@/components/admin/act/form'
import { Sheet } from '@/components/admin/act/sheet'
import { textOf } from '@/components/admin/act/values'
import type { NewFacts } from '@/components/admin/lists/new-buttons'
import { InvitePerson } from '@/components/admin/new/invite-person'

interface SupplierBrief {
  id: string
  party: string
  name: string
  phone: string | null
  email: string | null
  internalNote: string | null
  revision: number
}

/** What HQ does with a supplier: change how to reach it, invite its people. */
export function SupplierButtons({ supplier, facts, may }: { supplier: SupplierBrief; facts: NewFacts; may: { edit: boolean; invite: boolean } }) {
  const [open, setOpen] = useState<'edit' | 'invite' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className="tf-actions">
      {may.edit ? (
        <button type="button" className="tf-button" onClick={() => setOpen('edit')}>
          Change
        </button>
      ) : null}
      {may.invite ? (
        <button type="button" className="tf-button" onClick={() => setOpen('invite')}>
          Invite person
        </button>
      ) : null}
      {open === 'edit' ? <EditSupplier supplier={supplier} onClose={close} /> : null}
      {open === 'invite' ? <InvitePerson facts={facts} into={{ id: supplier.party, name: supplier.name }} onClose={close} /> : null}
    </div>
  )
}

function EditSupplier({ supplier, onClose }: { supplier: SupplierBrief; onClose: () => void }) {
  return (
    <Sheet title={supplier.name} intro="How HQ knows and reaches this supplier." onClose={onClose} wide>
      <SendForm
        submit="Save"
        done="Supplier saved"
        onClose={onClose}
        build={(form) => {
          const body = { name: textOf(form, 'name') ?? '', phone: textOf(form, 'phone') ?? null, email: textOf(form, 'email') ?? null, internalNote: textOf(form, 'internalNote') ?? null, revision: supplier.revision }
          return { path: `/suppliers/${supplier.id}`, method: 'PATCH', body }
        }}
      >
        {(wrong) => (
          <div className="tf-fields">
            <TextField name="name" label="Name" defaultValue={supplier.name} wrong={wrong['name']} />
            <TextField name="phone" label="Phone" half required={false} {...(supplier.phone ? { defaultValue: supplier.phone } : {})} wrong={wrong['phone']} />
            <TextField name="email" label="E-mail" type="email" half required={false} {...(supplier.email ? { defaultValue: supplier.email } : {})} wrong={wrong['email']} />
            <NoteField name="internalNote" label="Internal note" required={false} {...(supplier.internalNote ? { defaultValue: supplier.internalNote } : {})} wrong={wrong['internalNote']} />
          </div>
        )}
      </SendForm>
    </Sheet>
  )
}
