'use client'

import { Plus } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'

export interface AddAddressProps {
  /** id of the organization it belongs to */
  organization: string
  country: string
  onAdded: (id: string) => void
}

interface Refusal {
  errors?: { message?: string; data?: { errors?: { path: string; message: string }[] } }[]
  error?: { message?: string }
}

/** A new address to ship to. Addresses are plain records, so they are written by the record API. */
export function AddAddress(props: AddAddressProps) {
  return (
    <DialogButton trigger="Add an address" title="New shipping address" button={{ icon: <Plus aria-hidden />, size: 'sm' }}>
      {(close) => <AddressForm {...props} close={close} />}
    </DialogButton>
  )
}

function AddressForm({ organization, country, onAdded, close }: AddAddressProps & { close: () => void }) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = Object.fromEntries([...new FormData(event.currentTarget)].filter(([, value]) => value !== ''))
    setBusy(true)
    setProblem(null)
    const answer = await send({ ...given, country: String(given['country'] ?? '').toUpperCase(), organization, isShipping: true })
    setBusy(false)
    if (typeof answer === 'string') return setProblem(answer)
    close()
    onAdded(answer.id)
  }
  return (
    <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
      {problem ? <Alert live tone="danger" title={problem} /> : null}
      <TextField label="Name of this address" name="label" required maxLength={80} placeholder="Main yard" autoComplete="off" />
      <TextField label="Recipient" name="recipient" optional maxLength={160} autoComplete="name" />
      <TextField label="Street and number" name="line1" required maxLength={160} autoComplete="address-line1" />
      <TextField label="More" name="line2" optional maxLength={160} autoComplete="address-line2" />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Postal code" name="postalCode" optional maxLength={20} autoComplete="postal-code" />
        <TextField label="City" name="city" required maxLength={80} autoComplete="address-level2" />
        <TextField label="State or region" name="region" optional maxLength={80} hint="Taxes depend on it." autoComplete="address-level1" />
        <TextField label="Country" name="country" required defaultValue={country} pattern="[A-Za-z]{2}" maxLength={2} hint="Two letters, like US or IN." autoComplete="country" />
      </div>
      <Button type="submit" variant="primary" busy={isBusy}>
        Add address
      </Button>
    </form>
  )
}

async function send(address: object): Promise<{ id: string } | string> {
  try {
    const response = await fetch('/api/addresses?depth=0', { method: 'POST', credentials: 'same-origin', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(address) })
    const body = (await response.json()) as { doc?: { id: string } } & Refusal
    return body.doc ?? sentenceOf(body)
  } catch {
    return 'The server cannot be reached; check the connection and try again.'
  }
}

function sentenceOf({ errors, error }: Refusal): string {
  const [first] = errors ?? []
  const [detail] = first?.data?.errors ?? []
  if (detail) return `${detail.path}: ${detail.message}`
  return (first ?? error)?.message ?? 'The address could not be saved.'
}
