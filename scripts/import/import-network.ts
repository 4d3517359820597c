import { getPayload, type Payload } from 'payload'
import config from '@payload-config'
import { businessDay } from '@/kernel/period'
import { systemPrincipal } from '@/platform/access/principal'
import { importer } from './importer'
import { networkExport } from './network-export'
import { runImport, type Summary } from './run-import'
import type { Run } from '@/platform/import/step'

export interface ImportArguments {
  folder: string
  organization: string
  isDryRun: boolean
}

const SHOWN = 40

/** Runs the import and prints what became of it; 1 when rows failed. */
export async function importNetwork({ folder, organization, isDryRun }: ImportArguments): Promise<number> {
  const payload = await getPayload({ config })
  const startedAt = Date.now()
  try {
    const summary = await runImport(await openRun(payload, folder, organization, isDryRun), networkExport, isDryRun)
    report(summary, isDryRun, startedAt)
    return summary.failures.length > 0 ? 1 : 0
  } finally {
    await payload.destroy()
  }
}

/** What the steps of an import share, for the HQ of a code. */
export async function openRun(payload: Payload, folder: string, code: string, isDryRun = false): Promise<Run> {
  const organization = await importer(payload, code, isDryRun)
  const principal = systemPrincipal(organization, 'import')
  const facts = { requestId: `import-${Date.now()}`, ip: null, agent: 'import' }
  return {
    payload,
    folder,
    organization,
    principal,
    caller: (more = {}) => ({ payload, principal, facts, organization: organization.id, ...more }),
    ids: new Map(),
    today: businessDay(new Date(), organization.zone),
  }
}

function report({ counts, failures }: Summary, isDryRun: boolean, startedAt: number): void {
  const lines = Object.entries(counts).map(([name, one]) => `  ${name.padEnd(16)} ${columns(one)}`)
  const head = `  ${''.padEnd(16)} ${['created', 'updated', 'unchanged', 'failed'].map((title) => title.padStart(10)).join('')}`
  const wrong = failures.slice(0, SHOWN).map((one) => `  ${one.file}:${one.line}${one.column ? ` ${one.column}` : ''}: ${one.message ?? ''}`)
  const more = failures.length > SHOWN ? [`  … and ${failures.length - SHOWN} more; all are kept with the run.`] : []
  const memory = Math.round(process.memoryUsage().rss / 1e6)
  const closing = `${isDryRun ? 'Nothing was written. ' : ''}${((Date.now() - startedAt) / 1000).toFixed(1)} s, ${memory} MB.`
  process.stdout.write(`\n${[head, ...lines, '', ...wrong, ...more, closing].join('\n')}\n`)
}

function columns(one: { created: number; updated: number; unchanged: number; failed: number }): string {
  return [one.created, one.updated, one.unchanged, one.failed].map((count) => String(count).padStart(10)).join('')
}
