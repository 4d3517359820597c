import type { SanitizedConfig } from 'payload'
import { deny } from '@/platform/payload/access'
import { redactNames } from '@/platform/log-redaction'
import { sensitiveNames } from '@/platform/payload/data-class'
import { metaOf } from '@/platform/payload/meta'

/** Payload's own collections that may exist; a new one must be looked at before it is let in. */
const FRAMEWORK = ['payload-kv', 'payload-locked-documents', 'payload-migrations', 'payload-preferences', 'payload-jobs'] as const

/**
 * Closes what Payload leaves open after `buildConfig` (PF9): locks and migrations are readable and deletable for every
 * signed-in user otherwise. Preferences keep Payload's own rule (only the own ones). Throws when a collection of ours
 * or the framework is not known here.
 */
export function harden(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (metaOf(collection)) continue
    if (!(FRAMEWORK as readonly string[]).includes(collection.slug)) {
      throw new Error(`Collection ${collection.slug} is neither ours nor known: say in harden.ts who may do what.`)
    }
    if (collection.slug === 'payload-preferences') {
      collection.access = { ...collection.access, readVersions: deny, unlock: deny }
      continue
    }
    collection.access = { ...collection.access, create: deny, read: deny, update: deny, delete: deny, readVersions: deny, unlock: deny }
    collection.graphQL = false
  }
  redactNames(sensitiveNames(config.collections))
  // A refusal is an answer, not a fault; Payload would log each one as an error.
  Object.assign(config.loggingLevels, { DomainError: 'debug' })
  return config
}
