import type { Credentials } from '@/platform/password'
import type { Reader } from '@/platform/reader'

/** More earlier passwords than any policy asks for are not kept. */
const KEPT = 25

// A password from before the history began is its first line.
const BEGIN = `insert into password_history (user_id, salt, hash, created_at) select id, salt, hash, created_at from users
where id = $1::uuid and hash is not null and salt is not null and not exists (select 1 from password_history where user_id = $1::uuid)`
const ADD = `insert into password_history (user_id, salt, hash) values ($1::uuid, $2, $3)`
const TRIM = `delete from password_history where user_id = $1::uuid and id not in
  (select id from password_history where user_id = $1::uuid order by id desc limit $2)`
const LAST = `select salt, hash from (select id, salt, hash from password_history where user_id = $1::uuid
  union all select 0, salt, hash from users where id = $1::uuid and hash is not null and salt is not null
    and not exists (select 1 from password_history where user_id = $1::uuid)) p order by id desc limit $2`
const AGE = `select coalesce((select created_at from password_history where user_id = u.id order by id desc limit 1), u.created_at) as "changedAt",
  exists (select 1 from password_orders where user_id = u.id) as "isOrdered" from users u where u.id = $1::uuid`

/** Keeps a password that is being set, and with it since when it counts. What an administrator ordered is done. */
export async function keepPassword(reader: Reader, user: string, { salt, hash }: Credentials): Promise<void> {
  await reader.rows(BEGIN, [user], 'tf_password_begin')
  await reader.rows(ADD, [user, salt, hash], 'tf_password_add')
  await reader.rows(TRIM, [user, KEPT], 'tf_password_trim')
  await reader.rows('delete from password_orders where user_id = $1::uuid', [user], 'tf_password_order_done')
}

/** The present password and those before it, newest first. */
export async function lastPasswords(reader: Reader, user: string, count: number): Promise<Credentials[]> {
  return reader.rows<Credentials>(LAST, [user, count], 'tf_passwords_last')
}

/** Since when a person has its password, and whether an administrator asked for a new one. */
export async function passwordAge(reader: Reader, user: string): Promise<{ changedAt: Date; isOrdered: boolean }> {
  const [row] = await reader.rows<{ changedAt: Date; isOrdered: boolean }>(AGE, [user], 'tf_password_age')
  return row ?? { changedAt: reader.now, isOrdered: false }
}
