/** Tables of sessions and passwords: authentication material lives where no collection reads it. */
export const SESSION_STATEMENTS = [
  // What a session is beside its row in users_sessions; without this row a token is worth nothing, and both end together.
  `create table session_facts (
    session varchar primary key references users_sessions (id) on delete cascade, user_id uuid not null references users (id) on delete cascade,
    ip text, network text not null, agent text, device text, browser text, system text, place text, known_device text,
    created_at timestamptz not null default now(), last_seen_at timestamptz not null default now(),
    absolute_at timestamptz not null, idle_seconds int not null check (idle_seconds > 0))`,
  `create index session_facts_user on session_facts (user_id, created_at)`,
  // Who tried to sign in. An address without an account is not kept: people type passwords into the wrong field.
  `create table sign_ins (
    id bigint generated always as identity primary key, at timestamptz not null default now(), user_id uuid references users (id) on delete cascade,
    outcome text not null check (outcome in ('signed-in', 'wrong-password', 'locked', 'confirmation-asked', 'password-expired', 'no-organization')),
    ip text, network text not null, agent text, device text, browser text, system text, place text, is_new_device boolean not null default false)`,
  `create index sign_ins_user on sign_ins (user_id, id desc)`,
  `create index sign_ins_at on sign_ins (at)`,
  // Wrong passwords, counted by account and network, by known device, and by account alone; keys are keyed hashes.
  `create table sign_in_counters (bucket bytea primary key, attempts int not null, until timestamptz not null)`,
  `create index sign_in_counters_until on sign_in_counters (until)`,
  // The newest row of a person is the present password and says since when; older ones must not come back.
  `create table password_history (
    id bigint generated always as identity primary key, user_id uuid not null references users (id) on delete cascade,
    salt text not null, hash text not null, created_at timestamptz not null default now())`,
  `create index password_history_user on password_history (user_id, id desc)`,
  // An administrator asked the person to set a new password; the present one does not sign in any more.
  `create table password_orders (user_id uuid primary key references users (id) on delete cascade, ordered_at timestamptz not null default now())`,
]
