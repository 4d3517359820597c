import type { Context, Tenant } from '@/platform/operation'

/** A file whose bytes lie in the file store already. */
export interface KeptFile {
  tenant: Tenant
  name: string
  storageKey: string
  mime: string
  bytes: number
  sha256: string
  /** the row it belongs to */
  subject: { type: string; id: string }
  /** the only person who may open it; without one, everybody who reads the files of its parties */
  person?: string | null
}

/** Collects the row of a stored file and answers its id. The bytes are stored before, so a row never points at nothing. */
export function keepFile(ctx: Context, { tenant, subject, person, ...file }: KeptFile): string {
  return ctx.insert('files', {
    ...tenant,
    ...file,
    subjectType: subject.type,
    subject: subject.id,
    person: person ?? null,
  })
}
