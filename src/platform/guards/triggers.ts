import type { Machine } from '@/kernel/machine'

/** The functions that triggers share. TF001 carries a sentence meant for people. */
export const SHARED_FUNCTIONS = [
  `create or replace function tf_conflict() returns boolean language plpgsql as $$ begin
    raise exception using errcode = 'TF001', message = 'Somebody else changed the same rows; reload and try again.'; end $$`,
  `create or replace function tf_operations_only() returns trigger language plpgsql as $$ begin
  if coalesce(current_setting('tf.operation', true), '') = '' then
    raise exception '% is written by operations only', tg_table_name using errcode = 'TF001'; end if;
  return null; end $$`,
  `create or replace function tf_insert_only() returns trigger language plpgsql as $$ begin
  raise exception '% is a ledger: a correction is a new row', tg_table_name using errcode = 'TF001'; end $$`,
]

/** Refuses writes that no operation makes; `perform()` names its operation for the length of its transaction. */
export function operationsOnlyTrigger(table: string): string {
  return `create trigger "tf_operations_only" before insert or update or delete on "${table}" for each statement execute function tf_operations_only()`
}

/** Refuses to change or remove a ledger's rows, even for the owner of the table. */
export function insertOnlyTrigger(table: string): string[] {
  return [
    `create trigger "tf_insert_only" before update or delete on "${table}" for each row execute function tf_insert_only()`,
    `create trigger "tf_no_truncate" before truncate on "${table}" for each statement execute function tf_insert_only()`,
  ]
}

/**
 * Refuses a step the machine does not have. AFTER, because Payload writes rows with arrays as INSERT … ON CONFLICT and a
 * BEFORE INSERT trigger would fire for updates.
 */
export function machineTrigger(table: string, machine: Machine): string[] {
  const edges = Object.values(machine.transitions).flatMap((edge) => edge.from.map((from) => `('${from}','${edge.to}')`))
  return [
    `create or replace function "tf_machine_${table}"() returns trigger language plpgsql as $$ begin
  if (old.status::text, new.status::text) not in (${[...new Set(edges)].join(',')}) then
    raise exception '${machine.name} cannot go from % to %', old.status, new.status using errcode = 'TF001'; end if;
  return null; end $$`,
    `create trigger "tf_machine" after update on "${table}" for each row when (old.status is distinct from new.status) execute function "tf_machine_${table}"()`,
  ]
}

/** Refuses to change columns once their row has become final. */
export function frozenTrigger(table: string, index: number, frozen: { columns: readonly string[]; when: string; message: string }): string[] {
  const changed = frozen.columns.map((column) => `new."${column}" is distinct from old."${column}"`).join(' or ')
  return [
    `create or replace function "tf_frozen_${table}_${index}"() returns trigger language plpgsql as $$ begin
  if (${frozen.when}) and (${changed}) then raise exception '${frozen.message}' using errcode = 'TF001'; end if;
  return new; end $$`,
    `create trigger "tf_frozen_${index}" before update on "${table}" for each row execute function "tf_frozen_${table}_${index}"()`,
  ]
}
