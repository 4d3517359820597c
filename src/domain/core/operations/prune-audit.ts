import { z } from 'zod'
import { auditKeepDays } from '@/domain/core/settings'
import { mustBeSystem } from '@/domain/core/system-only'
import { pruningText } from '@/platform/audit-file/lines'
import { signingKey, signText } from '@/platform/keys/signing'
import { defineOperation, type Context } from '@/platform/operation'

const DAY_MS = 86_400_000
/** Of one headquarters at one time; what is left goes the next time. */
const MOST = 10_000

const HEADQUARTERS = `select id from organizations where parent_id is null and kind = 'hq' order by created_at, id`
// Nothing goes that is not sealed, and nothing after the last hash that was signed and lies outside.
const LAST_TO_GO = `select to_seq::text as to from audit_seals where sealed_at < $1::timestamptz and id <= (select max(seal_id) from audit_anchors)
order by sealed_at desc, id desc limit 1`
const DOOMED = `with found as (select a.seq, audit_row_hash(a) as hash from audit_log a where a.tree_id = $1::uuid and a.seq <= $2::bigint order by a.seq limit $3::int),
span as (select min(seq) as low, max(seq) as high, count(*) as count from found),
sealed as (select f.seq, f.hash, substring(s.row_hashes from ((u.ord - 1) * 32 + 1)::int for 32) as known from span
  join audit_seals s on s.to_seq >= span.low and s.from_seq <= span.high cross join lateral unnest(s.seqs) with ordinality u(seq, ord) join found f on f.seq = u.seq)
select count(*)::int as count, min(seq)::text as first, max(seq)::text as last, range_agg(int8range(seq, seq, '[]'))::text as seqs,
  encode(sha256(string_agg(hash, ''::bytea order by seq)), 'hex') as digest, encode((array_agg(hash order by seq desc))[1], 'hex') as "lastHash",
  coalesce(bool_and(hash = known), true) and count(*) = (select count from span) as "isAsSealed" from sealed`
const STATE = `insert into audit_prunings (id, tree_id, before, first_seq, last_seq, count, seqs, last_hash, digest, public_key, signature)
values ($1::uuid, $2::uuid, $3::timestamptz, $4::bigint, $5::bigint, $6::int, $7::int8multirange, decode($8, 'hex'), decode($9, 'hex'), $10, $11)`
const REMOVE = `delete from audit_log a using audit_prunings p where p.id = $1::uuid and a.tree_id = p.tree_id and a.seq between p.first_seq and p.last_seq
and p.seqs @> a.seq`

interface Doomed {
  count: number
  first: string
  last: string
  seqs: string
  digest: string
  lastHash: string
  isAsSealed: boolean
}

/**
 * Removes what is older than a headquarters keeps its audit log, oldest first, with a signed statement of what went. What
 * was altered since it was sealed stays with everything around it: it is evidence, and the doctor names it.
 */
export const pruneAudit = defineOperation({
  name: 'audit.prune',
  permission: null,
  scope: 'public',
  summary: 'Remove audit entries after their time',
  input: z.strictObject({}),
  run: async (ctx) => {
    mustBeSystem(ctx)
    let pruned = 0
    for (const { id } of await ctx.rows<{ id: string }>(HEADQUARTERS)) pruned += await pruneTree(ctx, id)
    return { pruned }
  },
})

async function pruneTree(ctx: Context, tree: string): Promise<number> {
  const days = await ctx.setting(auditKeepDays, tree)
  if (days === 0) return 0
  const before = new Date(ctx.now.getTime() - days * DAY_MS).toISOString()
  // Sealing and pruning take turns.
  await ctx.rows('select pg_advisory_xact_lock(7261001)')
  const [last] = await ctx.rows<{ to: string }>(LAST_TO_GO, [before])
  const [doomed] = last ? await ctx.rows<Doomed>(DOOMED, [tree, last.to, MOST]) : []
  if (!doomed || doomed.count === 0 || !doomed.isAsSealed) return 0
  await removeStated(ctx, { ...doomed, tree, before, id: ctx.id() })
  return doomed.count
}

async function removeStated(ctx: Context, doomed: Doomed & { tree: string; before: string; id: string }): Promise<void> {
  const { id, tree, before, first, last, count, seqs, digest, lastHash } = doomed
  const key = await signingKey((text, values, name) => ctx.rows(text, values, name))
  const signature = signText(pruningText({ id, before, count, last, lastHash, digest, seqs }), key)
  await ctx.rows(STATE, [id, tree, before, first, last, count, seqs, lastHash, digest, key.publicKey, signature])
  await ctx.rows(REMOVE, [id])
  const said = { entries: count, sealedBefore: before, lastEntry: Number(last), lastHash }
  const changes = Object.fromEntries(Object.entries(said).map(([field, to]) => [field, { from: null, to }]))
  ctx.record({ operation: 'audit.prune', outcome: 'success', organization: tree, tree, subjectType: 'audit-prunings', subject: id, changes })
}
