// What may end somebody's streams. These rows change rarely, so the lock that NOTIFY takes inside a transaction costs
// nobody anything; and whoever changes them, by whatever way, is heard.
const WATCHED: readonly (readonly [table: string, when: string, condition?: string])[] = [
  ['users_sessions', 'delete'],
  ['users', 'update of status', 'old.status is distinct from new.status'],
  ['memberships', 'update of status or delete'],
  ['membership_roles', 'insert or update or delete'],
  ['role_permissions', 'insert or update or delete'],
  ['organizations', 'update of status, path', 'old.status is distinct from new.status or old.path is distinct from new.path'],
  ['api_keys', 'update'],
  ['api_key_secrets', 'update of ends_at or delete'],
]

/** Tells web processes that somebody's rights may have changed; they look for themselves whose. */
export const STREAM_STATEMENTS = [
  `create or replace function tf_access_changed() returns trigger language plpgsql as $$ begin
    perform pg_notify('tf_access', ''); return null; end $$`,
  ...WATCHED.map(
    ([table, when, condition]) =>
      `create trigger "tf_access_changed" after ${when} on "${table}" for each row ${condition ? `when (${condition}) ` : ''}execute function tf_access_changed()`,
  ),
]
