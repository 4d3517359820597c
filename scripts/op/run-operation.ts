import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { modules } from '@/domain/registry'
import { isDomainError } from '@/kernel/errors'
import { loadOrganization, loadPrincipal } from '@/platform/access/load-principal'
import { installationPrincipal, systemPrincipal, type Principal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import type { Operation } from '@/platform/operation'
import { perform } from '@/platform/perform'
import type { Wanted } from './arguments'

/** Performs one operation of the registry and prints its answer as JSON; 1 when it was refused. */
export async function runOperation(wanted: Wanted): Promise<number> {
  const operations = modules.flatMap((module) => module.operations).filter(isOperation)
  if (wanted.operation === 'list') return list(operations)
  const operation = operations.find((one) => one.name === wanted.operation)
  if (!operation) throw new Error(`There is no operation ${wanted.operation}; npm run op -- list shows them.`)
  const payload = await getPayload({ config })
  const organization = wanted.organization ? await organizationOf(payload, wanted.organization) : null
  const principal = await principalOf(payload, wanted, organization)
  const caller = { payload, principal, organization, facts: { requestId: `command-${process.pid}-${Date.now()}`, ip: null, agent: 'npm run op' }, dryRun: !wanted.isCommitted }
  try {
    print(await perform(operation, wanted.input, caller))
  } catch (error) {
    if (!isDomainError(error)) throw error
    process.stderr.write(`${error.code}: ${error.message}\n`)
    return 1
  }
  if (!wanted.isCommitted) process.stderr.write('Dry run: everything was rolled back. Add --commit to keep it.\n')
  return 0
}

function list(operations: readonly Operation[]): number {
  for (const { name, summary } of [...operations].sort((one, other) => one.name.localeCompare(other.name))) {
    process.stdout.write(`${name.padEnd(32)} ${summary}\n`)
  }
  return 0
}

async function principalOf(payload: Payload, { as }: Wanted, organization: string | null): Promise<Principal> {
  const pool = poolOf(payload)
  if (as) {
    const { rows } = await pool.query<{ id: string }>('select id from users where email = $1', [as.toLowerCase()])
    const principal = rows[0] ? await loadPrincipal(pool, rows[0].id, null) : null
    if (!principal) throw new Error(`${as} is nobody who can act.`)
    return principal
  }
  const facts = organization ? await loadOrganization(pool, organization) : null
  return facts ? systemPrincipal(facts, 'command line') : installationPrincipal('command line')
}

async function organizationOf(payload: Payload, name: string): Promise<string> {
  const { rows } = await poolOf(payload).query<{ id: string }>('select id from organizations where id::text = $1 or slug = $1 or code = $1 order by kind limit 2', [name])
  if (rows.length !== 1) throw new Error(rows.length === 0 ? `There is no organization ${name}.` : `Several organizations have the code ${name}; give the slug.`)
  return rows[0]?.id ?? ''
}

// Modules are listed with the little the kernel knows of an operation; each of them is a whole one.
function isOperation(one: { readonly name: string }): one is Operation {
  return 'run' in one && 'input' in one
}

function print(answer: unknown): void {
  const text = JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 2)
  process.stdout.write(`${text ?? 'null'}\n`)
}
