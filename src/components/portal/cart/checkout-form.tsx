'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState, useTransition, type FormEvent, type ReactNode } from 'react'
import { AddAddress } from '@/components/portal/cart/add-address'
import { HoldClock } from '@/components/portal/cart/hold-clock'
import { AddressLines, type AddressFacts } from '@/components/portal/parts/address-lines'
import { useDeed } from '@/components/portal/client/use-deed'
import { fieldError } from '@/components/portal/client/use-send'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/choice'
import { SelectField, TextareaField, TextField } from '@/components/ui/field'

export interface CheckoutFormProps {
  organization: { id: string; slug: string }
  base: string
  addresses: readonly (AddressFacts & { id: string; label: string })[]
  /** the branches the person can order for */
  branches: readonly { id: string; name: string; address: string | null }[]
  /** the address taxes are shown for */
  shipTo: string | null
  canAddAddress: boolean
  country: string
  /** today in the buyer's zone */
  today: string
  heldUntil: string | null
  total: string
  /** the lines and sums, drawn by the server */
  children: ReactNode
}

/** The last step: where to, when, under which reference. Opening it holds the goods. */
export function CheckoutForm(props: CheckoutFormProps) {
  const { organization, base, addresses, branches, shipTo, canAddAddress, country, today, total, children } = props
  const router = useRouter()
  const [isMoving, move] = useTransition()
  const hold = useHold(organization.slug, props.heldUntil)
  const { act, isBusy, problem } = useDeed(organization.slug)
  const choose = (id: string) => move(() => router.replace(`${base}/checkout?shipTo=${id}`, { scroll: false }))
  const place = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim() || null
    const body = { shipTo, branch: text('branch'), poReference: text('poReference'), requestedOn: text('requestedOn'), note: text('note'), shipComplete: form.get('shipComplete') === 'on' }
    await act<{ id: string; number: string }>('/cart/checkout', { body }, {
      say: ({ number }) => ({ title: `Order ${number} placed` }),
      go: ({ id }) => `${base}/orders/${id}`,
    })
  }
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid content-start gap-6">
        <Card title="Ship to" actions={canAddAddress ? <AddAddress organization={organization.id} country={country} onAdded={choose} /> : null}>
          <Addresses addresses={addresses} shipTo={shipTo} canAdd={canAddAddress} isMoving={isMoving} onChoose={choose} />
        </Card>
        <form id={FORM} onSubmit={(event) => void place(event)}>
          <Card title="Details">
            <div className="grid gap-4 sm:grid-cols-2">
              <BranchChoice branches={branches} shipTo={shipTo} />
              <TextField label="Your reference" name="poReference" optional maxLength={60} placeholder="PO number" autoComplete="off" error={fieldError(problem, 'poReference')} />
              <TextField label="Wanted by" name="requestedOn" type="date" min={today} optional error={fieldError(problem, 'requestedOn')} />
              <TextareaField label="Note to the seller" name="note" optional maxLength={4000} rows={3} className="sm:col-span-2" />
              <div className="sm:col-span-2">
                <Checkbox name="shipComplete" label="Ship everything together" hint="Nothing leaves before the whole order is in stock." />
              </div>
            </div>
          </Card>
        </form>
      </div>
      <div className="grid content-start gap-4">
        {children}
        <Hold hold={hold} cartHref={`${base}/cart`} />
        {problem ? <Alert live tone="danger" title={problem.message} /> : null}
        <Button type="submit" form={FORM} variant="primary" size="lg" busy={isBusy} disabled={isMoving || shipTo === null || hold.problem !== null}>
          Place order for {total}
        </Button>
      </div>
    </div>
  )
}

const FORM = 'checkout'

/** Shown to whoever can order for more than one branch; the one at the address is chosen until they say otherwise. */
function BranchChoice({ branches, shipTo }: Pick<CheckoutFormProps, 'branches' | 'shipTo'>) {
  if (branches.length < 2) return null
  const there = branches.find((one) => one.address !== null && one.address === shipTo)
  const options = [{ value: '', label: 'The whole organization' }, ...branches.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <SelectField key={shipTo} label="For branch" name="branch" defaultValue={there?.id ?? ''} className="sm:col-span-2" options={options} />
  )
}

interface AddressesProps extends Pick<CheckoutFormProps, 'addresses' | 'shipTo'> {
  canAdd: boolean
  isMoving: boolean
  onChoose: (id: string) => void
}

/** Stands outside the form: where it goes is in the address of the page, because taxes depend on it. */
function Addresses({ addresses, shipTo, canAdd, isMoving, onChoose }: AddressesProps) {
  if (addresses.length === 0) return <p className="text-muted">There is no shipping address yet. {canAdd ? 'Add the first one.' : 'Ask your administrator to add one.'}</p>
  return (
    <fieldset className="grid gap-2.5 sm:grid-cols-2" disabled={isMoving}>
      <legend className="sr-only">Address to ship to</legend>
      {addresses.map((address) => (
        <label key={address.id} className="choice choice-card">
          <input type="radio" className="check" name="shipTo" value={address.id} checked={address.id === shipTo} onChange={() => onChoose(address.id)} />
          <span>
            <span className="font-medium">{address.label}</span>
            <span className="block text-sm text-muted">
              <AddressLines address={address} />
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Hold({ hold, cartHref }: { hold: ReturnType<typeof useHold>; cartHref: string }) {
  if (hold.problem) {
    return (
      <Alert
        live
        tone="danger"
        title={hold.problem}
        actions={
          <ButtonLink href={cartHref} size="sm">
            Back to the cart
          </ButtonLink>
        }
      />
    )
  }
  return <p className="text-sm text-muted">{hold.until ? <HoldClock key={hold.until} until={hold.until} onAgain={hold.open} /> : 'Holding the goods for you…'}</p>
}

/** Opens the hold when the page opens without one. */
function useHold(organization: string, heldUntil: string | null) {
  const { act, problem } = useDeed(organization)
  const [until, setUntil] = useState(heldUntil)
  const isAsked = useRef(false)
  const open = () => void act<{ heldUntil: string }>('/cart/open-checkout', { body: {} }, { then: (data) => setUntil(data.heldUntil) })
  const ask = useEffectEvent(() => {
    if (heldUntil || isAsked.current) return
    isAsked.current = true
    open()
  })
  useEffect(() => ask(), [])
  return { until, open, problem: problem?.message ?? null }
}
