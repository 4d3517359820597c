'use client'

import { useEffect, useState } from 'react'
import type { AskedRecord } from '@/components/admin/access/access-desk'
import { send } from '@/components/admin/act/send'

interface Seers {
  people: readonly { user: string; name: string; role: string; organization: { id: string; name: string }; reach: string }[]
  organizations: readonly { id: string; name: string }[]
}

/** Who can see a record and by which role; of other organizations only that somebody there can. */
export function WhoSees({ record: { collection, id, title } }: { record: AskedRecord }) {
  const [seers, setSeers] = useState<Seers | string | null>(null)
  useEffect(() => {
    let isCurrent = true
    void send<Seers>(`/explain/people?collection=${collection}&id=${id}`, { method: 'GET' }).then((answer) => (isCurrent ? setSeers(answer.ok ? answer.data : answer.message) : undefined))
    return () => {
      isCurrent = false
    }
  }, [collection, id])
  if (seers === null) return <p className="tf-muted">Looking up who can see it…</p>
  if (typeof seers === 'string') return <p className="tf-note" data-tone="danger">{seers}</p>
  return (
    <section aria-label={`Who can see ${title}`}>
      <h3 className="tf-subhead">Who can see {title}</h3>
      <ul className="tf-rows">
        {seers.people.map(({ user, name, role, organization }) => (
          <li key={`${user} ${role} ${organization.id}`}>
            <span>{name}</span>
            <span className="tf-muted">
              {role} of {organization.name}
            </span>
          </li>
        ))}
        {seers.organizations.map(({ id: other, name }) => (
          <li key={other}>
            <span>People of {name}</span>
            <span className="tf-muted">Their administrator knows who</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
