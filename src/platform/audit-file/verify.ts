import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { anchorText, endText, FORMAT, type FileAnchor, type FileEnd, type FileHead, type FilePruning, type FileSeal } from '@/platform/audit-file/lines'
import { notePruned, pruningProblem, unstated, type Prunings } from '@/platform/audit-file/prunings'
import { fingerprintOf, isSigned } from '@/platform/keys/signature'

/** What a file turned out to be. `problem` names the first thing that is wrong, with its line. */
export interface Verdict {
  problem: string | null
  seals: number
  entries: number
  leftOut: number
  /** Entries that went after their time, as signed statements say. */
  pruned: number
  anchors: number
  head: FileHead | null
  /** Fingerprint of the key that signed it. */
  key: string | null
}

interface OpenSeal extends FileSeal {
  rows: number
  hash: string
  running: Hash
}

interface State extends Verdict {
  line: number
  digest: Hash
  seal: OpenSeal | null
  last: { id: number; hash: string; to: string } | null
  lastSeq: bigint | null
  hashes: Map<number, string>
  prunings: Prunings
  ended: boolean
}

type Check = (state: State, fields: string[]) => string | null

/**
 * Checks a file of the audit log by itself, without a database: each entry against its hash, each seal against its rows
 * and the seal before it, anchors and the end against their signatures. `key` is the fingerprint the signer must have.
 * It stops at the first thing that is wrong; memory stays small whatever the file's size.
 */
export async function verifyAuditFile(file: string, wanted: { key?: string } = {}): Promise<Verdict> {
  const state = begin()
  for await (const { bytes, isWhole } of linesOf(file)) {
    if (!isWhole) break
    state.line += 1
    state.problem = problemOf(state, bytes)
    if (state.problem) break
  }
  state.problem ??= unfinished(state) ?? wrongKey(state, wanted.key)
  const { problem, seals, entries, leftOut, pruned, anchors, head, key } = state
  return { problem, seals, entries, leftOut, pruned, anchors, head, key }
}

const CHECKS: Readonly<Record<string, Check>> = { H: headLine, S: sealLine, E: entry, L: leftOutLine, P: prunedEntry, R: statement, X: missing, A: anchorLine, Z: endOfFile }

function begin(): State {
  const verdict = { problem: null, seals: 0, entries: 0, leftOut: 0, pruned: 0, anchors: 0, head: null, key: null }
  return { ...verdict, line: 0, digest: createHash('sha256'), seal: null, last: null, lastSeq: null, hashes: new Map(), prunings: new Map(), ended: false }
}

// By bytes: texts may hold any character, also those that other readers take for the end of a line.
async function* linesOf(file: string): AsyncGenerator<{ bytes: Buffer; isWhole: boolean }> {
  let rest = Buffer.alloc(0)
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) {
    let bytes = Buffer.concat([rest, piece as Buffer])
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10)) {
      yield { bytes: bytes.subarray(0, end + 1), isWhole: true }
      bytes = bytes.subarray(end + 1)
    }
    rest = bytes
  }
  if (rest.length > 0) yield { bytes: rest, isWhole: false }
}

function problemOf(state: State, bytes: Buffer): string | null {
  const text = bytes.toString('utf8', 0, bytes.length - 1)
  const at = `Line ${state.line}`
  if (state.ended) return `${at}: something stands after the end of the file.`
  const fields = text.split('\t')
  const check = CHECKS[fields[0] ?? '']
  if (!check) return `${at} was altered: it is no line of such a file${after(state)}.`
  if (state.line === 1 && fields[0] !== 'H') return `${at}: the head of the file was removed.`
  try {
    const problem = check(state, fields)
    if (fields[0] !== 'Z') state.digest.update(bytes)
    return problem ? `${at}: ${problem}` : null
  } catch {
    return `${at} was altered: it cannot be read${after(state)}.`
  }
}

function headLine(state: State, [, json = '']: string[]): string | null {
  const head = JSON.parse(json) as FileHead
  if (state.line !== 1) return 'a second head stands in the file.'
  state.head = head
  return String(head.format) === FORMAT ? null : `the format ${String(head.format)} is not known.`
}

function sealLine(state: State, [, json = '']: string[]): string | null {
  const open = closeSeal(state)
  if (open) return open
  const seal = JSON.parse(json) as FileSeal
  if (state.last && seal.id !== state.last.id + 1) return `seal ${state.last.id + 1} was removed.`
  if (state.last && seal.prev !== state.last.hash) return `seal ${seal.id} does not follow seal ${state.last.id}: one of them was altered.`
  state.seal = { ...seal, rows: 0, running: createHash('sha256').update(Buffer.from(seal.prev, 'hex')) }
  return null
}

function entry(state: State, [, place = '', seq = '', hash = '', ...rest]: string[]): string | null {
  const text = rest.join('\t')
  const gap = row(state, place, seq, hash)
  if (gap) return gap
  state.entries += 1
  if (sha256(text) !== hash) return `entry ${seq} was altered: ${whatOf(text)}.`
  return String((JSON.parse(text) as { seq: unknown }).seq) === seq ? null : `entry ${seq} was altered: it stands in the place of another.`
}

function leftOutLine(state: State, [, place = '', seq = '', hash = '']: string[]): string | null {
  state.leftOut += 1
  return row(state, place, seq, hash)
}

function prunedEntry(state: State, [, place = '', seq = '', hash = '', pruning = '']: string[]): string | null {
  state.pruned += 1
  notePruned(state.prunings, pruning, { seq, hash })
  return row(state, place, seq, hash)
}

function statement(state: State, [, json = '']: string[]): string | null {
  return closeSeal(state) ?? pruningProblem(state.prunings, JSON.parse(json) as FilePruning)
}

function missing(state: State, [, , seq = '']: string[]): string | null {
  return `entry ${seq} was removed: seal ${state.seal?.id ?? '?'} knows it and the log did not have it any more.`
}

function row(state: State, place: string, seq: string, hash: string): string | null {
  const { seal } = state
  if (!seal) return `entry ${seq} belongs to no seal.`
  const number = BigInt(seq)
  if (state.lastSeq !== null && number <= state.lastSeq) return `entry ${seq} stands after entry ${state.lastSeq}.`
  const gap = Number(place) - seal.rows - 1
  if (gap > 0) return `${removed(gap)} from seal ${seal.id}, between entry ${state.lastSeq ?? 'none'} and entry ${seq}.`
  state.lastSeq = number
  seal.rows += 1
  seal.running.update(Buffer.from(hash, 'hex'))
  return null
}

/** The rows of a seal must be as many as it says and give its hash. */
function closeSeal(state: State): string | null {
  const { seal } = state
  if (!seal) return null
  state.seal = null
  const where = `seal ${seal.id} (entries ${seal.from} to ${seal.to})`
  if (seal.rows !== seal.count) {
    return `${removed(seal.count - seal.rows)} from the end of ${where}, after entry ${state.lastSeq ?? 'none'}.`
  }
  if (seal.running.digest('hex') !== seal.hash) return `${where} does not prove its rows: an entry of it was altered together with its hash.`
  state.seals += 1
  state.last = { id: seal.id, hash: seal.hash, to: seal.to }
  state.hashes.set(seal.id, seal.hash)
  return null
}

function removed(count: number): string {
  return count === 1 ? 'one entry was removed' : `${count} entries were removed`
}

function anchorLine(state: State, [, json = '']: string[]): string | null {
  const open = closeSeal(state)
  if (open) return open
  const anchor = JSON.parse(json) as FileAnchor
  state.anchors += 1
  if (!isSigned(anchorText(anchor), anchor.signature, anchor.publicKey)) return `the anchor of ${anchor.day} has a wrong signature.`
  const hash = state.hashes.get(anchor.seal)
  if (hash === undefined || hash === anchor.hash) return null
  return `the chain was rewritten: on ${anchor.day} seal ${anchor.seal} had another hash.`
}

function endOfFile(state: State, [, json = '', signature = '']: string[]): string | null {
  const open = closeSeal(state) ?? unstated(state.prunings)
  if (open) return open
  state.ended = true
  const end = JSON.parse(json) as FileEnd
  if (!isCounted(end, state)) {
    return `the end speaks of ${end.entries} entries in ${end.seals} seals; ${state.entries} in ${state.seals} are there.`
  }
  if (end.digest !== state.digest.copy().digest('hex')) return 'the file is not the one that was signed: a head, seal or hash of it was altered.'
  state.key = fingerprintOf(end.publicKey)
  return isSigned(endText(end), signature, end.publicKey) ? null : 'the signature of the file is wrong.'
}

// Files from before entries could go say nothing of that.
function isCounted({ pruned = 0, ...end }: FileEnd, state: State): boolean {
  return end.entries === state.entries && end.seals === state.seals && end.leftOut === state.leftOut && pruned === state.pruned
}

function unfinished(state: State): string | null {
  if (state.ended) return null
  const what = state.line === 0 ? 'it is empty' : `its tail was cut off after line ${state.line}${after(state)}`
  return `The file is not whole: ${what}.`
}

function wrongKey(state: State, wanted: string | undefined): string | null {
  if (!wanted || wanted === state.key) return null
  return `The file was signed by ${state.key ?? 'nobody'}, not by ${wanted}.`
}

function after(state: State): string {
  return state.lastSeq === null ? '' : `, after entry ${state.lastSeq}`
}

function whatOf(text: string): string {
  try {
    const { operation, at } = JSON.parse(text) as { operation?: string; at?: string }
    return `it now says ${operation ?? '?'} at ${at ?? '?'}`
  } catch {
    return 'it cannot even be read any more'
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
