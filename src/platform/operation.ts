import type { z } from 'zod'
import type { EventDefinition } from '@/kernel/event'
import type { Machine } from '@/kernel/machine'
import type { Quantity } from '@/kernel/quantity'
import type { Sequence } from '@/kernel/sequence'
import type { Setting } from '@/kernel/setting'
import type { OrganizationFacts, Principal } from '@/platform/access/principal'
import type { Changes } from '@/platform/audit'
import type { Reader } from '@/platform/reader'

/** The tenancy columns that every row of a document carries and hands to its lines. */
export interface Tenant {
  organization: string
  tree: string
  branch?: string | null
  counterparty?: string | null
  counterpartyBranch?: string | null
  sharedAt?: Date | null
}

/** The least an event needs to know of the row it speaks about. */
export interface Subject {
  type: string
  id: string
  organization: string
  counterparty?: string | null
}

/** All an operation may touch. There is no network and no mail in it: what leaves the system follows an event. */
export interface Context extends Reader {
  readonly operation: string
  readonly principal: Principal
  readonly requestId: string
  /** The organization the person acts for; set for operations with scope `organization`. Refuses otherwise. */
  readonly organization: OrganizationFacts
  /** A new id, ordered by time. */
  id(): string
  /** Facts (zone, currency, path) of any organization. NOT_FOUND when it does not exist. */
  organizationFacts(id: string): Promise<OrganizationFacts>
  /**
   * Locks and reads a row. NOT_FOUND when it does not exist or is not visible, PERMISSION_REFUSED when it is visible but
   * not reached with the permission (default: the operation's) or not from the wanted side.
   */
  lock<T extends object>(slug: string, id: string, wanted?: { permission?: string; side?: 'owner' | 'counterparty' | 'either'; noun?: string }): Promise<T>
  /** Locks rows the operation already has a right to, in the order of their ids. */
  lockMany<T extends object>(slug: string, ids: readonly string[]): Promise<T[]>
  /** Reads rows by a field without locking; the caller has established the right to see them. */
  find<T extends object>(slug: string, where: Record<string, string | readonly string[]>): Promise<T[]>
  /** Collects a new row of an `operations` or `system` collection and returns its id. */
  insert(slug: string, values: Record<string, unknown>): string
  /** Collects a change of a row. */
  update(slug: string, id: string, values: Record<string, unknown>): void
  /** Collects the removal of a row; for drafts nothing ever pointed to. */
  remove(slug: string, id: string): void
  /** Collects additions to quantities of a row; checks of the table refuse what must not be. */
  add(slug: string, id: string, delta: Record<string, Quantity>): void
  /** Performs a transition of the row's machine: asserts the state, writes it and what comes with it. */
  transition<S extends string, V extends string>(machine: Machine<S, V>, slug: string, row: TransitionRow, verb: V, values?: Record<string, unknown>): void
  /** The next number of a series. Take it last: the row stays locked until commit. */
  number(sequence: Sequence, organization: string, slots?: { year?: number; series?: string }): Promise<{ number: string; seq: number }>
  /** Says that something happened; jobs, notifications and webhooks follow after commit. */
  emit<E extends EventDefinition>(event: E, subject: Subject, data: z.input<E['schema']>): void
  /** The value of a setting for a branch or organization: its own, else the nearest above it, else the default. */
  setting<S extends z.ZodType>(setting: Setting<S>, organization: string, branch?: string | null): Promise<z.output<S>>
  /** Says in the audit log that something was done that changes no audited row (a sign-in, a file taken along). */
  record(act: RecordedAct): void
  /** Writes what was collected so far, for an operation that must read it. */
  flush(): Promise<void>
}

/** Something that was done or tried, for the audit log. */
export interface RecordedAct {
  operation: string
  outcome: 'success' | 'failure' | 'pending'
  reason?: string
  /** The person who did it, where that is not the principal. */
  actor?: string
  organization: string | null
  /** Where the principal works for no organization. */
  tree?: string | null
  subjectType: string
  subject: string | null
  /** What it came to, as changes of a row are kept. */
  changes?: Changes
  ip?: string | null
  agent?: string | null
}

/** The columns a transition needs. */
export interface TransitionRow {
  id: string
  status: string
  number?: string | null
  noun?: string
}

export interface Operation<I extends z.ZodType = z.ZodType, O = unknown> {
  /** `noun.verb`; REST path, job, command line and audit derive from it. */
  readonly name: string
  /** Needed to run it at all. Null: any signed-in person (the operation itself looks at rows of that person only). */
  readonly permission: string | null
  readonly summary: string
  /**
   * `organization`: the person acts for one organization, chosen or the only one. `row`: the document decides.
   * `person`: it concerns the signed-in person only. `public`: nobody is signed in; the system acts.
   */
  readonly scope: 'organization' | 'row' | 'person' | 'public'
  readonly input: I
  /** `pending`: what it begins is finished by somebody else or later (an invitation, a reset, an export). */
  readonly outcome?: 'pending'
  /** It has an entry in the audit log even when no audited row changes. */
  readonly recorded?: true
  /** The answer holds a secret that is shown once: it is never kept for a repeated idempotency key. */
  readonly isShownOnce?: boolean
  readonly run: (ctx: Context, input: z.output<I>) => Promise<O>
  /** Uses this operation inside another one: same transaction, same rights, one audit. */
  readonly within: (ctx: Context, input: z.input<I>) => Promise<O>
}

/** Declares one thing the company does. `perform()` gives it parsing, rights, transaction, idempotency, audit, outbox. */
export function defineOperation<I extends z.ZodType, O>(spec: Omit<Operation<I, O>, 'within' | 'scope'> & { scope?: Operation['scope'] }): Operation<I, O> {
  return {
    scope: 'row',
    ...spec,
    within: async (ctx, input) => spec.run(ctx, (await spec.input.parseAsync(input)) as z.output<I>),
  }
}
