/**
 * How sensitive a value is. `public`: anybody may know it. `internal`: whoever works with the product. `confidential`:
 * whoever needs it for the work (money, personal values). `restricted`: secrets and what only a few may take along;
 * lists show it to them, exports mask it without a permission of its own, the audit log never holds it.
 */
export const DATA_CLASSES = ['public', 'internal', 'confidential', 'restricted'] as const
export type DataClass = (typeof DATA_CLASSES)[number]

/** What a personal value tells about a person. */
export const PII_KINDS = ['contact', 'identity', 'bank', 'location', 'health'] as const
export type PiiKind = (typeof PII_KINDS)[number]

/** What the registry says about one field. `pii` is null where a value tells nothing about a person. */
export interface Classified {
  class: DataClass
  pii: PiiKind | null
}

/** What stands in a file instead of a value its reader may not take along. */
export const MASKED = '•••'
