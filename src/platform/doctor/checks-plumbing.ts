import type { Check } from '@/platform/doctor/check'

/** What always holds for people, events, mails and the audit log. */
export const plumbingChecks: readonly Check[] = [
  {
    id: 'Q72',
    says: 'The tree of organizations has no cycle, and each path is the one of its parent and itself.',
    sql: `select o.id, o.path from organizations o left join organizations p on p.id = o.parent_id
      where o.path <> coalesce(p.path, '/') || o.id::text || '/' or (o.parent_id is null and o.tree_id <> o.id) or (p.id is not null and p.tree_id <> o.tree_id)`,
  },
  {
    id: 'Q72b',
    says: 'Categories make a tree.',
    sql: `with recursive h as (select id, parent_id, array[id] as seen, false as cycle from categories
        union all select c.id, c.parent_id, h.seen || c.id, c.id = any(h.seen) from h join categories c on c.id = h.parent_id where not h.cycle)
      select id from h where cycle`,
  },
  {
    id: 'Q73',
    says: 'Nobody who is suspended, or has no membership left, is signed in.',
    sql: `select s.id, s._parent_id as person from users_sessions s join users u on u.id = s._parent_id where s.expires_at > now() and (u.status <> 'active'
      or not exists (select 1 from memberships m where m.user_id = u.id and m.status = 'active'))`,
  },
  {
    id: 'Q80',
    says: 'No event waits longer than two minutes for the dispatcher.',
    sql: `select id, name, at from outbox_events where dispatched_at is null and created_at < now() - interval '2 minutes'`,
  },
  {
    id: 'Q83',
    says: 'Every kept idempotency key has its answer.',
    sql: `select id, key from idempotency_keys where answer is null`,
  },
  {
    id: 'Q90',
    says: 'A person is told about an event once.',
    sql: `select user_id, event, type from notifications group by 1, 2, 3 having count(*) > 1`,
  },
  {
    id: 'Q90b',
    says: 'No mail waits longer than half an hour.',
    sql: `select id, "to", last_error from notification_deliveries where state = 'pending' and created_at < now() - interval '30 minutes'`,
  },
  {
    id: 'Q88',
    says: 'An export that is done has its file.',
    sql: `select id from exports where (state = 'done') <> (file_id is not null)`,
  },
  {
    id: 'Q97',
    says: 'The seals of the audit log follow each other without a gap.',
    sql: `select id from (select s.*, lag(to_seq) over w as before, lag(hash) over w as hash_before from audit_seals s window w as (order by id)) x
      where (before is not null and (from_seq <= before or prev_hash is distinct from hash_before)) or (before is null and prev_hash <> ''::bytea)
        or exists (select 1 from audit_log a where a.seq > coalesce(x.before, 0) and a.seq < x.from_seq)`,
  },
  {
    id: 'Q97b',
    says: 'Sealed audit entries are what they were when they were sealed, or went with a statement that says so.',
    // Most seals have all their rows and are compared as a whole; only in the others each row is looked for.
    sql: `select s.id, s.from_seq, s.to_seq from audit_seals s cross join lateral (select array_agg(a.seq order by a.seq) as seqs,
        string_agg(audit_row_hash(a), ''::bytea order by a.seq) as hashes from audit_log a where a.seq between s.from_seq and s.to_seq) x
      where s.hash <> sha256(s.prev_hash || s.row_hashes) or s.row_count <> cardinality(s.seqs)
        or ((x.seqs is distinct from s.seqs or x.hashes is distinct from s.row_hashes) and (not coalesce(x.seqs, '{}') <@ s.seqs
          or exists (select 1 from unnest(s.seqs) with ordinality u(seq, place) left join audit_log a on a.seq = u.seq
            where case when a.seq is null then not exists (select 1 from audit_prunings p where p.first_seq <= u.seq and p.last_seq >= u.seq and p.seqs @> u.seq)
              else audit_row_hash(a) <> substring(s.row_hashes from ((u.place - 1) * 32 + 1)::int for 32) end)))`,
  },
  {
    id: 'Q97e',
    says: 'A statement of pruned audit entries is about entries that were sealed so, and none of them is left.',
    sql: `select p.id, p.count, x.count as sealed, l.count as present from audit_prunings p cross join lateral (select count(*) as count,
        sha256(string_agg(substring(s.row_hashes from ((u.place - 1) * 32 + 1)::int for 32), ''::bytea order by u.seq)) as digest
        from audit_seals s cross join lateral unnest(s.seqs) with ordinality u(seq, place)
        where s.to_seq >= p.first_seq and s.from_seq <= p.last_seq and p.seqs @> u.seq) x
      cross join lateral (select count(*) as count from audit_log a where a.seq between p.first_seq and p.last_seq and p.seqs @> a.seq) l
      where x.count <> p.count or x.digest is distinct from p.digest or l.count > 0`,
  },
  {
    id: 'Q97d',
    says: 'The chain still holds what was anchored outside each day.',
    sql: `select a.day from audit_anchors a left join audit_seals s on s.id = a.seal_id where s.hash is distinct from a.hash or s.to_seq <> a.to_seq`,
  },
  {
    id: 'Q97c',
    says: 'Audit entries are sealed within minutes.',
    sql: `select a.id, a.recorded_at from audit_log a where a.recorded_at < now() - interval '15 minutes' and a.seq > coalesce((select max(to_seq) from audit_seals), 0)`,
  },
]
