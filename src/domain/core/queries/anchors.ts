import type { FileAnchor } from '@/platform/audit-file/lines'
import type { Reader } from '@/platform/reader'

/** The signed last hashes, newest first; they tell nothing of what is in the log. */
export async function listAnchors(reader: Reader): Promise<FileAnchor[]> {
  return reader.rows<FileAnchor>(
    `select day::text, seal_id::float8 as seal, to_seq::text as to, encode(hash, 'hex') as hash, public_key as "publicKey", signature
     from audit_anchors order by day desc limit 400`,
  )
}
