import { say } from './lib/say'
import { withDatabase } from './lib/with-database'

/**
 * `npm run doctor`: asks the database of this installation every question whose answer must be empty, prints what is
 * broken and exits with 1 when anything is. Changes nothing. `--grace 0` asks without giving jobs a minute.
 */
async function main(): Promise<number> {
  const at = process.argv.indexOf('--grace')
  const graceSeconds = at > 0 ? Number(process.argv[at + 1]) : 60
  return withDatabase(() => ask(graceSeconds))
}

async function ask(graceSeconds: number): Promise<number> {
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const { collections } = await import('@/collections')
  const { machines } = await import('@/domain/machines')
  const { examine } = await import('@/platform/doctor/examine')
  const payload = await getPayload({ config })
  const { asked, findings } = await examine(payload, { collections, machines }, { graceSeconds })
  for (const { id, says, offenders } of findings) {
    say(`${id} is broken: ${says}`)
    for (const row of offenders) say(`    ${JSON.stringify(row)}`)
  }
  say(
    findings.length === 0
      ? `healthy: ${asked} questions, nothing found`
      : `${findings.length} of ${asked} questions found something`,
  )
  return findings.length === 0 ? 0 : 1
}

try {
  process.exit(await main())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
