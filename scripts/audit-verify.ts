import { verifyAuditFile } from '@/platform/audit-file/verify'

/**
 * `npm run audit:verify FILE [--key FINGERPRINT]`: checks an export of the audit log without a database and names the
 * first altered, removed or truncated entry. Exit code 0: whole; 1: not; 2: it could not be read.
 */
async function main(): Promise<number> {
  const [file, flag, key] = process.argv.slice(2)
  if (!file || (flag !== undefined && (flag !== '--key' || !key))) {
    process.stderr.write('Usage: npm run audit:verify FILE [-- --key FINGERPRINT]\n')
    return 2
  }
  const verdict = await verifyAuditFile(file, key ? { key } : {}).catch((error: unknown) => error as Error)
  if (verdict instanceof Error) {
    process.stderr.write(`The file cannot be read: ${verdict.message}\n`)
    return 2
  }
  const { problem, entries, leftOut, seals, anchors, key: signer, head } = verdict
  if (problem) {
    process.stdout.write(`NOT WHOLE. ${problem}\n`)
    return 1
  }
  const of = head?.organizationName ? ` of ${head.organizationName}` : ''
  process.stdout.write(
    `Whole: ${entries} entries${of}, ${leftOut} left out by the filter, ${seals} seals, ${anchors} anchors. Signed by ${signer ?? 'nobody'}, written ${head?.writtenAt ?? '?'}.\n`,
  )
  return 0
}

process.exitCode = await main()
