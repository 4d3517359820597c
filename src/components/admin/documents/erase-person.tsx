'use client'

import { useState } from 'react'
import { NoteField, TextField } from '@/components/admin/act/fields'
import { SendForm } from '@/components/admin/act/form'
import { Sheet } from '@/components/admin/act/sheet'
import { textOf } from '@/components/admin/act/values'

interface ErasePersonProps {
  /** id of the person, not of a membership */
  user: string
  name: string
  email: string
}

/** Erases the personal data of somebody who left. Nothing brings them back, so the address has to be typed. */
export function ErasePerson({ user, name, email }: ErasePersonProps) {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className="tf-button" data-look="danger" onClick={() => setOpen(true)}>
        Erase personal data
      </button>
      {isOpen ? (
        <Sheet title={`Erase ${name}`} intro="For good: name, address, sign-ins, notifications, keys and every personal value in the audit log. What was ordered, billed and paid stays on record." onClose={close} wide>
          <SendForm
            submit="Erase for good"
            look="danger-fill"
            done={`${name} was erased`}
            onClose={close}
            build={(form) => {
              const reason = textOf(form, 'reason')
              if (!reason || reason.length < 3) return 'Say why; the reason stands in the audit log.'
              if (textOf(form, 'confirm')?.toLowerCase() !== email.toLowerCase()) return `Type ${email} to confirm whom you mean.`
              return { path: `/users/${user}/erase`, body: { reason } }
            }}
          >
            {(wrong) => (
              <div className="tf-fields">
                <NoteField name="reason" label="Reason" required wrong={wrong['reason']} help="For example the request of the person and its date." />
                <TextField name="confirm" label={`Type ${email} to confirm`} required />
              </div>
            )}
          </SendForm>
        </Sheet>
      ) : null}
    </>
  )
}
