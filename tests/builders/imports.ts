import { createHash, randomUUID } from 'node:crypto'
import type { ImportRowView, ImportView } from '@/domain/core'
import { importPage, importRowsOf, requestUndo } from '@/domain/core'
import { core } from '@/domain/registry'
import { storeFile } from '@/platform/files'
import { perform } from '@/platform/perform'
import { withLocalBytes } from '@/platform/sheets/local-copy'
import { surveySheet } from '@/platform/sheets/read-sheet'
import { drainJobs } from './jobs'
import type { Network } from './network'

type Mapping = Record<string, string>

/** Puts a file of a kind in front of the import, as the upload route does, and answers its id and guessed mapping. */
export async function anUpload(net: Network, kind: string, content: string | Buffer, source = `${kind}.csv`): Promise<{ id: string; mapping: Mapping }> {
  const bytes = Buffer.from(content)
  const stored = await storeFile(`${net.hq.id}/imports/${randomUUID()}`, bytes)
  const { heads, first, rows } = await withLocalBytes(bytes, (path) => surveySheet(path))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const caller = await net.caller(net.people.admin)
  return perform(core.uploadImport, { kind, source, mime: 'text/csv', heads, first, totalRows: rows, ...stored, sha256 }, caller) as Promise<{ id: string; mapping: Mapping }>
}

/** Runs an import to its end, dry or for good, and answers its page and what became of its rows. */
export async function runImported(net: Network, { id, mapping }: { id: string; mapping: Mapping }, { isDryRun = false, options = {} }: { isDryRun?: boolean; options?: Record<string, boolean> } = {}): Promise<{ page: ImportView; rows: ImportRowView[] }> {
  await perform(core.requestImport, { id, isDryRun, mapping, options }, await net.caller(net.people.admin))
  await drainJobs(net.payload)
  return outcomeOf(net, id)
}

/** Takes an import back and answers what is left. */
export async function undone(net: Network, id: string): Promise<{ page: ImportView; rows: ImportRowView[] }> {
  await perform(requestUndo, { id }, await net.caller(net.people.admin))
  await drainJobs(net.payload)
  return outcomeOf(net, id)
}

/** The page of an import and the rows of its last run. */
export async function outcomeOf(net: Network, id: string): Promise<{ page: ImportView; rows: ImportRowView[] }> {
  const reader = await net.reader(net.people.admin)
  return { page: await importPage(reader, id), rows: await importRowsOf(reader, { run: id, only: 'all', limit: 5_000 }) }
}

/** Lines of a CSV file. */
export function csv(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
