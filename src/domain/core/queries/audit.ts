import { ACTIONS, actionOf } from '@/domain/core/audit/actions'
import { openEntries, type Changes } from '@/domain/core/audit/open'
import { auditConditions } from '@/domain/core/audit/reach'
import { changesInWords, doneWords, PLUMBING, spoken, type ChangeWords } from '@/domain/core/audit/words'
import { refuse } from '@/kernel/errors'
import { bindings } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

export interface AuditView {
  id: string
  at: Date
  operation: string
  label: string
  /** One of the named actions of activity; null when it is none of them. */
  action: string | null
  outcome: 'success' | 'failure' | 'pending'
  reason: string | null
  actor: string
  actorId: string | null
  organization: string | null
  organizationName: string | null
  /** The organization the actor worked for. */
  onBehalfOf: string | null
  onBehalfOfName: string | null
  subjectType: string
  subject: string | null
  changes: Changes
  words: readonly ChangeWords[]
  ip: string | null
  agent: string | null
  requestId: string | null
}

export interface AuditWish {
  operation?: string | undefined
  action?: string | undefined
  outcome?: string | undefined
  actor?: string | undefined
  organization?: string | undefined
  subjectType?: string | undefined
  subject?: string | undefined
  q?: string | undefined
  from?: string | undefined
  to?: string | undefined
  cursor?: number | undefined
  limit: number
}

interface AuditRow extends Omit<AuditView, 'label' | 'action' | 'words'> {
  seq: string
  currency: string | null
  isOwned: boolean
  isOwnActor: boolean
}

/**
 * Audit entries of the organizations that `audit.read` reaches, newest first; the cursor counts back through the log. `zone` is that of the
 * times in their words (default UTC).
 */
export async function listAudit(reader: Reader, wish: AuditWish, zone?: string): Promise<{ rows: AuditView[]; nextCursor: string | null }> {
  if (wish.action !== undefined && !ACTIONS[wish.action]) refuse('INPUT_INVALID', { reason: `There is no action ${wish.action}.` })
  const found = await readEntries(reader, wish)
  const nextCursor = found.length > wish.limit ? (found[wish.limit - 1]?.seq ?? null) : null
  return { rows: await viewsOf(reader, found.slice(0, wish.limit), zone), nextCursor }
}

/** One entry. NOT_FOUND when it does not exist or is not reached. */
export async function auditEntry(reader: Reader, id: string): Promise<AuditView> {
  const [view] = await viewsOf(reader, await readEntries(reader, { id, limit: 1 }))
  return view ?? refuse('NOT_FOUND', { noun: 'The entry' })
}

async function readEntries(reader: Reader, wish: AuditWish & { id?: string }): Promise<AuditRow[]> {
  const to = bindings()
  const { scoped, owned, ownActor, conditions } = auditConditions(reader, wish, to)
  return reader.rows<AuditRow>(
    `select a.id, a.at, a.operation, a.outcome, a.reason, coalesce(u.name, a.actor_name, 'somebody') as actor, a.actor_id as "actorId",
       a.organization_id as organization, o.name as "organizationName", o.currency, a.on_behalf_of_id as "onBehalfOf", b.name as "onBehalfOfName",
       a.subject_type as "subjectType", a.subject, a.changes, a.ip, a.agent, a.request_id as "requestId", a.seq, ${owned} as "isOwned", ${ownActor} as "isOwnActor"
     from audit_log a left join users u on u.id = a.actor_id left join organizations o on o.id = a.organization_id
       left join organizations b on b.id = a.on_behalf_of_id
     where ${[scoped, ...conditions].join(' and ')} order by a.seq desc limit ${to.bind(wish.limit + 1)}::int`,
    to.values,
  )
}

async function viewsOf(reader: Reader, rows: readonly AuditRow[], zone?: string): Promise<AuditView[]> {
  const opened = await openEntries(reader, rows)
  return opened.map(({ seq: _seq, currency, isOwned, isOwnActor, ...row }) => {
    const hidden = new Set([...PLUMBING, ...(isOwned ? [] : ownerOnly(reader, row.subjectType))])
    const changes = Object.fromEntries(Object.entries(row.changes).filter(([field]) => !hidden.has(field)))
    return {
      ...row,
      ...(isOwnActor ? {} : strangerFacts(row)),
      changes,
      words: changesInWords(changes, { currency, zone }, hidden),
      label: row.outcome === 'success' ? doneWords(row.operation) : spoken(row.operation),
      action: actionOf(row.operation, row.outcome),
    }
  })
}

// Another company's people are that company to a reader, and where they came from is none of the reader's business.
function strangerFacts({ actorId, actor, onBehalfOfName }: AuditRow | Omit<AuditRow, 'seq' | 'currency' | 'isOwned' | 'isOwnActor'>) {
  return { actor: actorId ? (onBehalfOfName ?? 'Another organization') : actor, actorId: null, ip: null, agent: null }
}

function ownerOnly(reader: Reader, slug: string): readonly string[] {
  return /^[a-z-]+$/.test(slug) && reader.knows(slug) ? reader.ownerOnly(slug) : []
}
