import { ArrowRight, Download, Ellipsis, Filter, Inbox, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Avatar } from '@/components/ui/avatar'
import { Badge, CountBadge, StatusBadge } from '@/components/ui/badge'
import { Kbd, Progress, Spinner } from '@/components/ui/bits'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox, RadioGroup, Switch } from '@/components/ui/choice'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog, DialogButton } from '@/components/ui/dialog'
import { DropdownMenu } from '@/components/ui/dropdown-menu'
import { EmptyState, ErrorState } from '@/components/ui/empty-state'
import { Field, SelectField, TextareaField, TextField } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { PageHeader } from '@/components/ui/page-header'
import { QuantityStepper } from '@/components/ui/quantity-stepper'
import { SearchInput } from '@/components/ui/search-input'
import { Skeleton } from '@/components/ui/skeleton'
import { notify } from '@/components/ui/toast'
import { TONES } from '@/components/ui/tone'
import { Tooltip } from '@/components/ui/tooltip'
import { Frame } from './frame'

export const path = '/dealer/alpine/settings'

const TERMS = [
  { value: 'net30', label: 'Net 30' },
  { value: 'net60', label: 'Net 60' },
]

/** Every control in every look. */
export function Page() {
  return (
    <Frame>
      <PageHeader title="Controls" description="Everything a hand touches." />
      <div className="grid gap-5 xl:grid-cols-2">
        <Buttons />
        <Forms />
        <Signs />
        <Overlays />
        <Choices />
        <States />
      </div>
    </Frame>
  )
}

const Buttons = () => (
  <Card
    title="Buttons"
    description="One primary per view."
    actions={
      <Button size="sm" icon={<Pencil aria-hidden />}>
        Edit
      </Button>
    }
  >
    <div className="flex flex-wrap items-center gap-3">
      <Button variant="primary" icon={<Plus aria-hidden />}>
        New order
      </Button>
      <Button icon={<Download aria-hidden />}>Export</Button>
      <Button variant="ghost">Cancel</Button>
      <Button variant="danger">Cancel order</Button>
      <Button variant="danger-quiet" icon={<Trash2 aria-hidden />}>
        Remove
      </Button>
      <Button variant="primary" busy>
        Saving
      </Button>
      <Button disabled>Disabled</Button>
      <ButtonLink href="#" variant="link">
        All orders <ArrowRight aria-hidden />
      </ButtonLink>
      <IconButton label="Filter" icon={<Filter aria-hidden />} />
      <IconButton label="Edit" variant="secondary" icon={<Pencil aria-hidden />} />
    </div>
    <div className="mt-4 flex flex-wrap items-center gap-3">
      <Button variant="primary" size="sm">
        Small
      </Button>
      <Button variant="primary">Medium</Button>
      <Button variant="primary" size="lg">
        Large
      </Button>
    </div>
  </Card>
)

const Forms = () => (
  <Card title="Fields">
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField label="PO reference" hint="Printed on the invoice." name="po" placeholder="PO-2291" />
      <TextField label="E-mail" type="email" error="This is no e-mail address." defaultValue="orlando@" />
      <SelectField label="Payment terms" options={TERMS} defaultValue="net30" />
      <TextField label="Phone" optional defaultValue="+1 425 555 0136" disabled />
      <Field label="Quantity">
        {({ id }) => <QuantityStepper id={id} label="Quantity" defaultValue={12} step={6} min={0} />}
      </Field>
      <Field label="Search">{() => <SearchInput label="Search products" />}</Field>
      <TextareaField
        label="Note to the warehouse"
        optional
        className="sm:col-span-2"
        placeholder="Anything the packer should know"
      />
    </div>
  </Card>
)

const Signs = () => (
  <Card title="Badges and marks">
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-2">
        {TONES.map((tone) => (
          <StatusBadge key={tone} tone={tone} label={tone} />
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        <Badge outline>outline</Badge>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <CountBadge count={3} label="waiting" /> <CountBadge count={120} label="waiting" />
        <Kbd>⌘</Kbd> <Kbd>K</Kbd> <Spinner />
        <Avatar name="Orlando Gee" /> <Avatar name="Alpine Ski" square brand />
        <span className="inline-flex items-center gap-1 font-mono text-sm">
          SO-01042 <CopyButton value="SO-01042" label="Copy number" />
        </span>
      </div>
      <Progress label="Importing price list" value={41} detail="1,240 of 3,000 rows" />
      <Progress label="Credit used" value={92} tone="warning" />
      <Progress label="Preparing the export" />
      <div className="grid gap-2">
        <Skeleton className="w-1/2" />
        <Skeleton />
      </div>
    </div>
  </Card>
)

function Overlays() {
  const [asking, setAsking] = useState(false)
  const [drawer, setDrawer] = useState(false)
  return (
    <Card title="Over the page">
      <div className="flex flex-wrap items-center gap-3">
        <DialogButton
          trigger="Open dialog"
          title="Record a payment"
          description="It is matched with open invoices, oldest first."
        >
          <div className="grid gap-4">
            <TextField label="Amount" inputMode="decimal" />
            <TextField label="Reference" />
          </div>
        </DialogButton>
        <Button onClick={() => setDrawer(true)}>Open drawer</Button>
        <Button onClick={() => setAsking(true)} variant="danger-quiet">
          Ask first
        </Button>
        <DropdownMenu
          label="More actions"
          trigger={<Ellipsis aria-hidden />}
          square
          variant="ghost"
          items={[
            { label: 'Edit', icon: <Pencil aria-hidden />, onSelect: () => notify({ title: 'Edited' }) },
            { label: 'Download', icon: <Download aria-hidden />, href: '#' },
            { label: 'Delete', icon: <Trash2 aria-hidden />, tone: 'danger', separated: true },
          ]}
        />
        <Tooltip text="Reserved for you until 14:05">
          <Button>Hover me</Button>
        </Tooltip>
        <Button
          onClick={() =>
            notify({
              tone: 'success',
              title: 'Order SO-01042 sent',
              description: 'Adventure Works confirms within one day.',
            })
          }
        >
          Notify
        </Button>
      </div>
      <Dialog
        open={drawer}
        onClose={() => setDrawer(false)}
        look="drawer"
        title="Order line"
        footer={<Button variant="primary">Save</Button>}
      >
        <TextField label="Quantity" />
      </Dialog>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Cancel order SO-01042?"
        confirmLabel="Cancel order"
        danger
        onConfirm={() => {
          throw new Error('The order was shipped a minute ago and can no longer be cancelled.')
        }}
      >
        Reserved stock goes back at once. This cannot be undone.
      </ConfirmDialog>
    </Card>
  )
}

const Choices = () => (
  <Card title="Choices">
    <div className="grid gap-5">
      <div className="grid gap-3">
        <Checkbox label="Ship complete" hint="Wait until every line is in stock." defaultChecked />
        <Checkbox label="Send a copy to the branch" />
        <Switch label="E-mail me when it ships" defaultChecked />
        <Switch label="Weekly summary" />
      </div>
      <RadioGroup
        legend="Delivery"
        name="delivery"
        cards
        defaultValue="standard"
        options={[
          { value: 'standard', label: 'Standard', hint: '3–5 days, free above $500' },
          { value: 'express', label: 'Express', hint: 'Next working day, $48.00' },
        ]}
      />
    </div>
  </Card>
)

const States = () => (
  <div className="grid content-start gap-4">
    <Alert tone="info" title="Prices change on 1 December">
      Orders sent before keep the prices of today.
    </Alert>
    <Alert tone="success" title="Payment received" />
    <Alert
      tone="warning"
      title="Your reseller certificate expires in 9 days"
      actions={<Button size="sm">Upload a new one</Button>}
    />
    <Alert tone="danger" title="This order is above your credit limit">
      Pay $1,240.00 or remove lines to send it.
    </Alert>
    <Card flush>
      <EmptyState icon={Inbox} title="No returns yet" action={<Button variant="primary">Start a return</Button>}>
        When something arrives broken or by mistake, ask for a return here. Answers come within two days.
      </EmptyState>
    </Card>
    <ErrorState action={<Button>Try again</Button>} requestId="01J9Z0C6W2">
      The server took too long to answer.
    </ErrorState>
  </div>
)
