/**
 * The file of an audit export: one line each, fields divided by tabs.
 *
 * - `H` what the file is (JSON); the first line.
 * - `S` a seal (JSON). The lines that follow are its rows, in their order:
 * - `E` place in the seal, number, hash, text: an entry. The hash is SHA-256 of the text.
 * - `L` place, number, hash: an entry the filter left out; its hash proves the seal.
 * - `X` place, number, hash: an entry that was sealed and is missing in the log.
 * - `P` place, number, hash, statement: an entry that was pruned after its time; the statement says so.
 * - `R` a statement of what was pruned (JSON).
 * - `A` an anchor (JSON): a hash of the chain that was signed on its day.
 * - `Z` the end (JSON), signature: the last line; it is signed over everything before it.
 *
 * A seal's hash is SHA-256 of the previous seal's hash and the hashes of all its rows.
 */
export const FORMAT = 'thoroughfare-audit/1'

export interface FileHead {
  format: typeof FORMAT
  /** The filter: the organization and the time the entries are of. */
  organization: string | null
  organizationName: string | null
  from: string | null
  to: string | null
  writtenAt: string
  writtenBy: string
}

export interface FileSeal {
  id: number
  from: string
  to: string
  count: number
  prev: string
  hash: string
  sealedAt: string
}

/** The last hash of a day, signed. */
export interface FileAnchor {
  day: string
  seal: number
  to: string
  hash: string
  publicKey: string
  signature: string
}

/** What was pruned after its time, signed. `seqs` are ranges of numbers as PostgreSQL writes them. */
export interface FilePruning {
  id: string
  /** Entries sealed before this were to go. */
  before: string
  count: number
  last: string
  lastHash: string
  /** SHA-256 of the hashes of all entries it names, in their order. */
  digest: string
  seqs: string
  publicKey: string
  signature: string
}

export interface FileEnd {
  seals: number
  entries: number
  leftOut: number
  pruned?: number
  /** SHA-256 of everything before this line. */
  digest: string
  publicKey: string
}

export const jsonLine = (kind: 'H' | 'S' | 'A' | 'R', value: FileHead | FileSeal | FileAnchor | FilePruning): string => `${kind}\t${JSON.stringify(value)}\n`

/** Where a row stands: its place in the seal, counted from 1, its number in the log, and its hash. */
export interface RowPlace {
  place: number
  seq: string
  hash: string
}

export const rowLine = (kind: 'L' | 'X', { place, seq, hash }: RowPlace): string => `${kind}\t${place}\t${seq}\t${hash}\n`
export const prunedLine = ({ place, seq, hash }: RowPlace, pruning: string): string => `P\t${place}\t${seq}\t${hash}\t${pruning}\n`
export const entryLine = ({ place, seq, hash }: RowPlace, text: string): string => `E\t${place}\t${seq}\t${hash}\t${text}\n`
export const endLine = (end: FileEnd, signature: string): string => `Z\t${JSON.stringify(end)}\t${signature}\n`

/** The text of an anchor that is signed. */
export function anchorText({ day, seal, to, hash }: Pick<FileAnchor, 'day' | 'seal' | 'to' | 'hash'>): string {
  return `thoroughfare-anchor/1\n${day}\n${seal}\n${to}\n${hash}`
}

/** The text of a statement of what was pruned that is signed. */
export function pruningText({ id, before, count, last, lastHash, digest, seqs }: Omit<FilePruning, 'publicKey' | 'signature'>): string {
  return ['thoroughfare-pruning/1', id, before, count, last, lastHash, digest, seqs].join('\n')
}

/** The text of a file's end that is signed. */
export function endText(end: FileEnd): string {
  return JSON.stringify(end)
}
