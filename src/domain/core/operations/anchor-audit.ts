import { z } from 'zod'
import { auditAnchored } from '@/domain/core/events'
import { mustBeSystem } from '@/domain/core/system-only'
import { anchorText } from '@/platform/audit-file/lines'
import { signingKey, signText } from '@/platform/keys/signing'
import { defineOperation } from '@/platform/operation'

const LAST = `select s.id::float8 as seal, s.to_seq::text as to, encode(s.hash, 'hex') as hash, o.id as organization from audit_seals s
left join lateral (select id from organizations where parent_id is null and kind = 'hq' order by created_at, id limit 1) o on true
where not exists (select 1 from audit_anchors where day = $1::date) order by s.id desc limit 1`
const KEEP = `insert into audit_anchors (day, seal_id, to_seq, hash, public_key, signature)
values ($1::date, $2::bigint, $3::bigint, decode($4, 'hex'), $5, $6)`

/** Signs the last hash of the chain, once a day; a file outside of the database keeps it (6.9). */
export const anchorAudit = defineOperation({
  name: 'audit.anchor',
  permission: null,
  scope: 'public',
  summary: 'Sign the last hash of the audit log',
  input: z.strictObject({}),
  run: async (ctx) => {
    mustBeSystem(ctx)
    const day = ctx.now.toISOString().slice(0, 10)
    const [last] = await ctx.rows<{ seal: number; to: string; hash: string; organization: string | null }>(LAST, [day])
    if (!last?.organization) return { anchored: false }
    const key = await signingKey((text, values, name) => ctx.rows(text, values, name))
    const signature = signText(anchorText({ day, ...last }), key)
    await ctx.rows(KEEP, [day, last.seal, last.to, last.hash, key.publicKey, signature])
    ctx.emit(auditAnchored, { type: 'audit-anchors', id: ctx.id(), organization: last.organization }, { day })
    return { anchored: true }
  },
})
