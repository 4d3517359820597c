import { Badge } from '@/components/admin/frame/badge'
import { Card, Empty } from '@/components/admin/frame/card'
import { SEVERITY_TONES, whoOf } from '@/components/admin/security/words'
import { formatDate } from '@/components/ui/format'
import type { ThreatView } from '@/domain/core/security/queries'

const SHOWN = 8

/** Who does what from where just now: unresolved events of one actor, address and kind are one threat. */
export function Threats({ threats, path, reads }: { threats: readonly ThreatView[]; path: string; reads: { locale: string; zone: string } }) {
  return (
    <Card title="Threats" note={threats.length > SHOWN ? `the ${SHOWN} worst of ${threats.length}` : undefined} flush>
      {threats.length === 0 ? <Empty title="No threat is open">What looks like an attack appears here, by who, where and what.</Empty> : null}
      <ul className="tf-rows">
        {threats.slice(0, SHOWN).map((threat) => (
          <li key={[threat.kind, threat.person, threat.account, threat.address].join()}>
            <a className="tf-link" href={linkTo(path, threat)}>
              {threat.summary}
            </a>
            <Badge tone={SEVERITY_TONES[threat.severity]} label={threat.severity.charAt(0).toUpperCase() + threat.severity.slice(1)} />
            <span className="tf-muted">
              {whoOf(threat)}
              {threat.address ? ` from ${threat.address}` : ''} · {threat.count === 1 ? 'once' : `${threat.count} times`}
            </span>
            <span className="tf-muted">{formatDate(threat.lastAt, 'datetime', reads)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function linkTo(path: string, { kind, person, address }: ThreatView): string {
  const parts = { kind, ...(person ? { person } : {}), ...(address ? { address } : {}) }
  return `${path}?${new URLSearchParams(parts).toString()}`
}
