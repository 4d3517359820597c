'use client'

import { useState } from 'react'
import { Box } from '@/components/people/box'
import { KeyForm, type KeyFormProps } from '@/components/people/key-form'

/** A button that makes an API key. */
export function NewKey(props: Omit<KeyFormProps, 'onDone'>) {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <span className="pp">
      <button type="button" className="pp-button" data-look="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        New API key
      </button>
      {isOpen ? (
        <Box title="New API key" intro={`A program acts for ${props.organization.name} with it, and never with more rights than you have.`} onClose={close} wide>
          <KeyForm {...props} onDone={close} />
        </Box>
      ) : null}
    </span>
  )
}
