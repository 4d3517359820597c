/** What the doctor said each night, and which alarms are ringing for which tree. */
export const HEALTH_STATEMENTS = [
  `create table doctor_runs (id uuid primary key default gen_random_uuid(), at timestamptz not null, asked int not null, took_ms int not null,
    findings jsonb not null)`,
  `create index doctor_runs_at on doctor_runs (at desc)`,
  `create table health_alarms (id uuid primary key, tree_id uuid not null references organizations (id), key text not null, says text not null,
    opened_at timestamptz not null, closed_at timestamptz)`,
  // One alarm rings at a time, so one mail is sent, whatever number of workers look.
  `create unique index health_alarms_ringing on health_alarms (tree_id, key) where closed_at is null`,
  `create index health_alarms_tree on health_alarms (tree_id, opened_at desc)`,
]
