import { verifyAuditFile, type Verdict } from '@/platform/audit-file/verify'

/**
 * `npm run audit:verify FILE [--key FINGERPRINT]`: checks an export of the audit log without a database and names the
 * first altered, removed or truncated entry. Exit code 0: whole; 1: not; 2: it could not be read.
 */
async function main(): Promise<number> {
  const asked = askedIn(process.argv.slice(2))
  if (!asked) {
    process.stderr.write('Usage: npm run audit:verify FILE [-- --key FINGERPRINT]\n')
    return 2
  }
  const verdict = await verifyAuditFile(asked.file, asked.wanted).catch((error: unknown) => error as Error)
  if (verdict instanceof Error) {
    process.stderr.write(`The file cannot be read: ${verdict.message}\n`)
    return 2
  }
  process.stdout.write(verdict.problem ? `NOT WHOLE. ${verdict.problem}\n` : `${wholeText(verdict)}\n`)
  return verdict.problem ? 1 : 0
}

interface Asked {
  file: string
  /** The fingerprint the signer must have, where one was named. */
  wanted: { key?: string }
}

// Null for arguments this command does not know.
function askedIn([file, flag, key]: readonly string[]): Asked | null {
  if (!file) return null
  if (flag === undefined) return { file, wanted: {} }
  return flag === '--key' && key ? { file, wanted: { key } } : null
}

function wholeText({ entries, leftOut, pruned, seals, anchors, key, head }: Verdict): string {
  const of = head?.organizationName ? ` of ${head.organizationName}` : ''
  const counts = `${entries} entries${of}, ${leftOut} left out by the filter, ${pruned} pruned after their time, ${seals} seals, ${anchors} anchors`
  return `Whole: ${counts}. Signed by ${key ?? 'nobody'}, written ${head?.writtenAt ?? '?'}.`
}

process.exitCode = await main()
