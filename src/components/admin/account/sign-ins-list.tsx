import { Badge } from '@/components/admin/frame/badge'
import { machineOf, originOf, outcomeOf } from '@/components/security/words'
import { formatDate } from '@/components/ui/format'
import type { SignInView } from '@/domain/identity'

/** Sign-ins as rows, those that failed too. */
export function SignInsList({ signIns, reads }: { signIns: readonly SignInView[]; reads: { locale: string; zone: string } }) {
  return (
    <ul className="tf-rows">
      {signIns.map((row) => (
        <li key={row.id}>
          <span>
            {formatDate(row.at, 'datetime', reads)}
            <br />
            <small className="tf-muted">
              {machineOf(row)} · {originOf(row)}
            </small>
          </span>
          <span>
            {row.isNewDevice ? <Badge tone="info" label="New" /> : null} <Badge {...outcomeOf(row.outcome)} />
          </span>
        </li>
      ))}
    </ul>
  )
}
