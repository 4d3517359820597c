import { createHash, type Hash } from 'node:crypto'
import { pruningText, type FilePruning } from '@/platform/audit-file/lines'
import { isSigned } from '@/platform/keys/signature'

/** The pruned entries of a file by the statement that names them. */
export type Prunings = Map<string, { seqs: bigint[]; lastHash: string; running: Hash; isStated: boolean }>

/** Notes a pruned entry, in the order of the file. */
export function notePruned(prunings: Prunings, id: string, { seq, hash }: { seq: string; hash: string }): void {
  const known = prunings.get(id) ?? { seqs: [], lastHash: '', running: createHash('sha256'), isStated: false }
  known.seqs.push(BigInt(seq))
  known.running.update(Buffer.from(hash, 'hex'))
  prunings.set(id, { ...known, lastHash: hash })
}

/**
 * What is wrong with a statement, or with the entries of the file that call on it; null when it is signed and names every
 * one of them. Where the file has all that the statement speaks of, their hashes must come to what it says.
 */
export function pruningProblem(prunings: Prunings, statement: FilePruning): string | null {
  const said = `the statement of what was pruned (${statement.id})`
  if (!isSigned(pruningText(statement), statement.signature, statement.publicKey)) return `${said} has a wrong signature.`
  const found = prunings.get(statement.id)
  if (!found) return null
  found.isStated = true
  const ranges = rangesOf(statement.seqs)
  const other = found.seqs.find((seq) => !ranges.some(({ from, to }) => from <= seq && seq < to))
  if (other !== undefined) return `entry ${other} was removed: ${said} does not name it.`
  if (found.seqs.at(-1) === BigInt(statement.last) && found.lastHash !== statement.lastHash) return `${said} does not prove its last entry.`
  const isWhole = found.seqs.length === statement.count
  return isWhole && found.running.digest('hex') !== statement.digest ? `${said} does not prove its entries.` : null
}

/** The first entry that is said to be pruned without any statement. */
export function unstated(prunings: Prunings): string | null {
  const found = [...prunings.values()].find((one) => !one.isStated)
  return found ? `entry ${found.seqs[0] ?? '?'} was removed: nothing states that it was pruned.` : null
}

// `{[1,4),[7,9)}`: the first is in, the last is out.
function rangesOf(text: string): { from: bigint; to: bigint }[] {
  return [...text.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from = '0', to = '0']) => ({ from: BigInt(from), to: BigInt(to) }))
}
