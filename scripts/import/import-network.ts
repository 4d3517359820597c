import { getPayload } from 'payload'
import config from '@payload-config'
import { businessDay } from '@/kernel/period'
import { loadOrganization } from '@/platform/access/load-principal'
import { poolOf } from '@/platform/db/pool'
import { importer } from './importer'
import { networkExport } from './network-export'
import { runImport, type Summary } from './run-import'
import type { Run } from './step'

export interface ImportArguments {
  folder: string
  organization: string
  isDryRun: boolean
}

const SHOWN = 40

/** Runs the import and prints what became of it; 1 when rows failed. */
export async function importNetwork({ folder, organization: code, isDryRun }: ImportArguments): Promise<number> {
  const payload = await getPayload({ config })
  const startedAt = Date.now()
  try {
    const { id, principal } = await importer(payload, code)
    const organization = await loadOrganization(poolOf(payload), id)
    if (!organization) throw new Error(`The organization ${code} is gone.`)
    const facts = { requestId: `import-${Date.now()}`, ip: null, agent: 'import' }
    const run: Run = {
      payload,
      folder,
      organization,
      principal,
      caller: (more = {}) => ({ payload, principal, facts, organization: id, ...more }),
      ids: new Map(),
      today: businessDay(new Date(), organization.zone),
    }
    const summary = await runImport(run, networkExport, isDryRun)
    report(summary, isDryRun, startedAt)
    return summary.failures.length > 0 ? 1 : 0
  } finally {
    await payload.destroy()
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
