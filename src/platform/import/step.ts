import type { Payload, PayloadRequest } from 'payload'
import type { z } from 'zod'
import type { OrganizationFacts, Principal } from '@/platform/access/principal'
import type { Caller } from '@/platform/perform'

/** One record of a file with the line it stands on. */
export interface Source {
  line: number
  values: Readonly<Record<string, string>>
}

/** What the steps of an import share: who imports, for whom, and the ids that earlier steps made. */
export interface Run {
  payload: Payload
  folder: string
  organization: OrganizationFacts
  principal: Principal
  /** For operations: acts as the importing person. */
  caller: (more?: Partial<Caller>) => Caller
  /** Ids by natural key of every step that ran, by its name. */
  ids: Map<string, Map<string, string>>
  /** The business day of the run in the organization's zone. */
  today: string
  /** The request whose open transaction the rows are written in, with the rights of the importing person. */
  req?: PayloadRequest
  /** Switches the person chose for the run. */
  options?: Readonly<Record<string, boolean>>
}

/** A row an import made, for undo. */
export interface MadeRow {
  target: string
  state: 'created' | 'updated'
  before: Record<string, unknown>
}

/** A kind of row: where it comes from, what makes it the same row again, how it is made and changed. */
export interface Step<R = unknown> {
  name: string
  file: string
  /** The collection the rows become. */
  target: string
  schema: z.ZodType<R>
  /** Rows of the step out of the file's records; default: each record is a row. */
  derive?: (records: readonly Source[]) => Source[]
  key: (row: R) => string
  /** Rows that exist already, by natural key: a run after a kill finds what the killed one made. */
  existing: (run: Run) => Promise<Map<string, string>>
  create: (run: Run, row: R) => Promise<string>
  /** Brings a row up to date. False: there was nothing to change. */
  update?: (run: Run, row: R, id: string) => Promise<boolean | void>
  /** What undo has to know of a row before it is created (null) or changed. */
  before?: (run: Run, row: R, id: string | null) => Promise<Record<string, unknown> | null>
  /** Takes a made row back. Throws the sentence why it has to stay. */
  undo?: (run: Run, made: MadeRow) => Promise<void>
}

/** Declares a step with its row type inferred from the schema. */
export function step<R>(declared: Step<R>): Step {
  return declared as Step
}

/** The id a natural key of an earlier step became; a sentence about this row when there is none. */
export function idOf(run: Run, name: string, key: string, column: string): string {
  const id = run.ids.get(name)?.get(key)
  if (!id) throw new RowProblem(column, `There is no ${name} "${key}".`)
  return id
}

/** Something wrong with one row, in one column. */
export class RowProblem extends Error {
  readonly column: string | null
  constructor(column: string | null, message: string) {
    super(message)
    this.column = column
  }
}
