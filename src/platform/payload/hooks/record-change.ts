import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { chosenOrganization } from '@/platform/access/chosen'
import { principalOf } from '@/platform/access/principal'
import { actorOf, changesBetween, personOf, workingFor, writeAudit, type Changes } from '@/platform/audit'
import { classesOf } from '@/platform/payload/data-class'
import type { CollectionMeta } from '@/platform/payload/meta'
import { clientOf } from '@/platform/payload/transaction'
import { requestFacts } from '@/platform/http/request-facts'

/** Writes what a plain edit changed into the audit log, inside the same transaction (P5). */
export function recordChange(meta: CollectionMeta): CollectionAfterChangeHook {
  return async ({ doc, operation, previousDoc, req }) => {
    const before = operation === 'create' ? {} : (previousDoc as Record<string, unknown>)
    const changes = changesBetween(before, doc as Record<string, unknown>)
    if (Object.keys(changes).length > 0) await write(meta, doc as Record<string, unknown>, operation, changes, req)
    return doc as unknown
  }
}

/** Writes a deletion into the audit log. */
export function recordDelete(meta: CollectionMeta): CollectionAfterDeleteHook {
  return async ({ doc, req }) => {
    await write(meta, doc as Record<string, unknown>, 'delete', changesBetween(doc as Record<string, unknown>, {}), req)
    return doc as unknown
  }
}

async function write(
  meta: CollectionMeta,
  doc: Record<string, unknown>,
  verb: string,
  changes: Changes,
  req: PayloadRequest,
): Promise<void> {
  const principal = principalOf(req.user)
  await writeAudit(await clientOf(req), [
    {
      operation: `${meta.noun}.${verb}`,
      outcome: 'success',
      reason: null,
      ...actorOf(principal),
      onBehalfOf: workingFor(principal, chosenOrganization(req.headers)),
      organization: idOf(doc['organization']),
      tree: idOf(doc['tree']),
      subjectType: meta.slug,
      subject: String(doc['id']),
      changes,
      person: personIn(meta, doc, req),
      ...requestFacts(req),
    },
  ])
}

function personIn(meta: CollectionMeta, doc: Record<string, unknown>, req: PayloadRequest) {
  const id = personOf(meta.slug, meta.tenancy, doc)
  const config = req.payload.collections[meta.slug as keyof typeof req.payload.collections]?.config
  return id && config ? { id, classes: classesOf(config) } : null
}

function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null
}
