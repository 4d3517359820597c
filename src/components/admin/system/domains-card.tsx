'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import type { DomainView } from '@/domain/network'
import { newKey, send } from '@/components/admin/act/send'
import { Badge } from '@/components/admin/frame/badge'
import { Card, Empty } from '@/components/admin/frame/card'

/** Hosts of an organization: how each is proven, whether it is, and what was found when it was last looked at. */
export function DomainsCard({ organization, domains, isLocked }: { organization: string; domains: readonly DomainView[]; isLocked: boolean }) {
  const { problem, act } = useDomains(organization)
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (await act('', 'POST', { host: new FormData(form).get('host') })) form.reset()
  }
  return (
    <Card title="Portal domains" note="A proven host shows this organization's colours, logo and sign-in page. It gives nobody access." flush>
      {isLocked ? null : (
        <form className="tf-card-body tf-actions" onSubmit={(event) => void add(event)}>
          <input name="host" className="tf-input" style={{ maxWidth: 320 }} required aria-label="Host" placeholder="portal.example.com" autoCapitalize="none" spellCheck={false} />
          <button type="submit" className="tf-button" data-look="primary">
            Add
          </button>
          {problem ? <span className="tf-wrong" role="alert">{problem}</span> : null}
        </form>
      )}
      {domains.length === 0 ? <Empty title="No domain yet">Add the host your people should type, then prove that it is yours.</Empty> : null}
      {domains.map((domain) => (
        <Domain key={domain.id} domain={domain} isLocked={isLocked} act={act} />
      ))}
    </Card>
  )
}

type Act = (path: string, method: string, body?: Record<string, unknown>) => Promise<boolean>

function Domain({ domain, isLocked, act }: { domain: DomainView; isLocked: boolean; act: Act }) {
  const { id, host, isVerified, problem, proof } = domain
  const isFine = isVerified && problem === null
  return (
    <section className="tf-domain" aria-label={host}>
      <div className="tf-actions">
        <strong>{host}</strong>
        <Badge tone={isFine ? 'success' : 'warning'} label={isFine ? 'Proven' : isVerified ? 'Proven, the last check failed' : 'Not proven'} />
      </div>
      {isFine ? null : (
        <dl className="tf-facts">
          <div>
            <dt>Either a DNS record</dt>
            <dd>
              <code>{proof.dns.name}</code> TXT <code>{proof.dns.value}</code>
            </dd>
          </div>
          <div>
            <dt>or a file</dt>
            <dd>
              <code>{proof.file.url}</code> with <code>{proof.file.content}</code>
            </dd>
          </div>
        </dl>
      )}
      {problem ? <p className="tf-wrong">{problem}</p> : null}
      {isLocked ? null : (
        <div className="tf-actions">
          <button type="button" className="tf-button" onClick={() => void act(`/${id}/verify`, 'POST')}>
            Check now
          </button>
          <button type="button" className="tf-button" data-look="danger" onClick={() => void act(`/${id}`, 'DELETE')}>
            Remove
          </button>
        </div>
      )}
    </section>
  )
}

function useDomains(organization: string) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const act: Act = async (path, method, body) => {
    const answer = await send<{ isVerified?: boolean }>(`/domains${path}`, { method, key: newKey(), ...(method === 'DELETE' ? {} : { body: { ...(path === '' ? { organization } : {}), ...body } }) })
    setProblem(answer.ok ? null : answer.message)
    if (answer.ok && answer.data?.isVerified) toast.success('The domain is proven.')
    router.refresh()
    return answer.ok
  }
  return { problem, act }
}
