import { apiKeyActions, apiKeyPage } from '@/domain/identity'
import { timelineOf } from '@/domain/core/queries/timeline'
import { formatDate } from '@/components/ui/format'
import { DocumentFrame, type DocumentView } from '@/components/admin/documents/document-frame'
import { TimelineCard } from '@/components/admin/documents/timeline-card'
import { Badge } from '@/components/admin/frame/badge'
import { Card, Empty, Facts } from '@/components/admin/frame/card'
import { PageHead } from '@/components/admin/frame/page'
import { RecordLink } from '@/components/admin/frame/record-link'
import { permissionGroups } from '@/components/people/catalogue'
import { limitsOf, standOf } from '@/components/people/key-facts'
import { KeyTools } from '@/components/people/key-tools'

/** One API key: what it may do, how it is limited, when it was used last. */
export function ApiKeyPage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="api-keys" list="API keys" read={({ reader }, id) => apiKeyPage(reader, id)} title={({ name }) => name}>
      {async (key, { reader, reads, can, organization }) => {
        const [actions, history] = await Promise.all([apiKeyActions(reader, key.id), can('audit.read') ? timelineOf(reader, 'api-keys', key.id) : null])
        const words = new Map(permissionGroups.flatMap(({ entries }) => entries.map((one) => [one.key, one.sentence] as const)))
        const when = (at: Date | string | null) => (at === null ? null : formatDate(at, 'datetime', reads))
        return (
          <>
            <PageHead title={key.name} badge={<Badge {...standOf(key)} />} sub={`tf_live_${key.prefix}_… · ${key.organizationName}`}>
              <KeyTools id={key.id} name={key.name} organization={organization.id} actions={actions} />
            </PageHead>
            <div className="tf-columns">
              <div className="tf-stack">
                <Card title="What it may do" note={`At most what ${key.creatorName} may do`} flush>
                  <ul className="tf-rows">
                    {key.scopes.map((scope) => (
                      <li key={scope}>
                        <span>{words.get(scope) ?? scope}</span>
                        <code>{scope}</code>
                      </li>
                    ))}
                  </ul>
                </Card>
                <Card title="Secrets that work now" flush>
                  {key.secrets.length === 0 ? <Empty title="None">A revoked key has no secret.</Empty> : null}
                  <ul className="tf-rows">
                    {key.secrets.map(({ createdAt, endsAt, lastUsedAt }) => (
                      <li key={createdAt}>
                        <span>Made {when(createdAt)}{endsAt ? `, works until ${when(endsAt)}` : ''}</span>
                        <span className="tf-muted">{lastUsedAt ? `used ${when(lastUsedAt)}` : 'not used yet'}</span>
                      </li>
                    ))}
                  </ul>
                </Card>
              </div>
              <aside className="tf-stack" aria-label="About this key">
                <Card title="Key">
                  <Facts
                    rows={[
                      ['Organization', <RecordLink key="of" to="organizations" id={key.organization}>{key.organizationName}</RecordLink>],
                      ['Made by', key.creatorName],
                      ['Made', when(key.createdAt)],
                      ['Limits', limitsOf(key)],
                      ['Addresses', key.addresses?.join(', ')],
                      ['Works until', key.expiresAt ? when(key.expiresAt) : 'No end set'],
                      ['Last used', key.lastUsedAt ? `${when(key.lastUsedAt)}${key.lastUsedIp ? ` from ${key.lastUsedIp}` : ''}` : 'Never'],
                    ]}
                  />
                </Card>
                <TimelineCard entries={history} reads={reads} />
              </aside>
            </div>
          </>
        )
      }}
    </DocumentFrame>
  )
}
