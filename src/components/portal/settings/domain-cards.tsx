'use client'

import { Globe, RefreshCw } from 'lucide-react'
import type { FormEvent, ReactNode } from 'react'
import { DeedButton } from '@/components/portal/client/deed-button'
import { useDeed } from '@/components/portal/client/use-deed'
import { fieldError } from '@/components/portal/client/use-send'
import { RemoveDomain } from '@/components/portal/settings/remove-domain'
import { Alert } from '@/components/ui/alert'
import { StatusBadge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { TextField } from '@/components/ui/field'

/** A domain of plain values, with when it was last looked at in the person's words. */
export interface DomainFacts {
  id: string
  host: string
  isVerified: boolean
  problem: string | null
  checked: string | null
  proof: { dns: { name: string; value: string }; file: { url: string; content: string } }
}

/** Adds a host; it counts for nothing until it is proven. */
export function AddDomain({ organization, target }: { organization: string; target: string }) {
  const { act, isBusy, problem } = useDeed(organization)
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const host = String(new FormData(form).get('host') ?? '').trim()
    if (await act('/domains', { body: { organization: target, host } }, { say: () => ({ title: `${host} was added; prove that it is yours` }) })) form.reset()
  }
  const wrong = fieldError(problem, 'host')
  return (
    <Card>
      <form className="flex flex-wrap items-end gap-3" onSubmit={(event) => void add(event)}>
        <TextField className="min-w-0 flex-1 basis-72" label="Host" name="host" required placeholder="portal.example.com" autoCapitalize="none" spellCheck={false} autoComplete="off" error={problem ? (wrong ?? problem.message) : null} />
        <Button type="submit" variant="primary" busy={isBusy} icon={<Globe aria-hidden />}>
          Add
        </Button>
      </form>
    </Card>
  )
}

function Standing({ domain: { isVerified, problem } }: { domain: DomainFacts }) {
  if (!isVerified) return <StatusBadge tone="warning" label="Not proven" />
  return problem ? <StatusBadge tone="warning" label="Proven, the last check failed" /> : <StatusBadge tone="success" label="Proven" />
}

/** One host: whether it is proven, how to prove it, and what was found when it was last looked at. */
export function DomainCard({ organization, domain, mayChange, mayCheck }: { organization: string; domain: DomainFacts; mayChange: boolean; mayCheck: boolean }) {
  const { id, host, problem, checked, proof } = domain
  const isFine = domain.isVerified && problem === null
  const actions = mayChange ? (
    <>
      {mayCheck ? (
        <DeedButton organization={organization} path={`/domains/${id}/verify`} done={`${host} was looked at`} size="sm" icon={<RefreshCw aria-hidden />}>
          Check now
        </DeedButton>
      ) : null}
      <RemoveDomain organization={organization} id={id} host={host} />
    </>
  ) : null
  return (
    <Card title={host} description={checked ? `Last looked at ${checked}` : 'Not looked at yet'} actions={<><Standing domain={domain} />{actions}</>}>
      {problem ? <Alert tone="warning" title={problem} className="mb-4" /> : null}
      {isFine ? (
        <p className="text-muted">Whoever opens {host} sees your colours, logo and sign-in page.</p>
      ) : (
        <ol className="grid gap-4 lg:grid-cols-2">
          <Proof title="Either a DNS record">
            <Copied label="Name" value={proof.dns.name} />
            <Copied label="TXT value" value={proof.dns.value} />
          </Proof>
          <Proof title="Or a file">
            <Copied label="Address" value={proof.file.url} />
            <Copied label="Content" value={proof.file.content} />
          </Proof>
        </ol>
      )}
    </Card>
  )
}

function Proof({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className="grid content-start gap-2">
      <h3 className="text-sm font-medium">{title}</h3>
      <dl className="grid gap-2">{children}</dl>
    </li>
  )
}

function Copied({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="flex items-center gap-1">
        <code className="min-w-0 text-sm [overflow-wrap:anywhere]">{value}</code>
        <CopyButton value={value} label={`Copy ${label.toLowerCase()}`} />
      </dd>
    </div>
  )
}
