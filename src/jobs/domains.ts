import type { Payload } from 'payload'
import { proofOf, recheckDomain } from '@/domain/network'
import { loadOrganization } from '@/platform/access/load-principal'
import { systemPrincipal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { proveHost } from '@/platform/domains/prove-host'
import { log } from '@/platform/log'
import { perform } from '@/platform/perform'
import { byClock, type Job } from '@/platform/queue/jobs'

interface Proven {
  id: string
  organization: string
  host: string
  token: string
}

// What was looked at within these hours waits for the next night: a round that began again goes on where it was.
const FRESH_HOURS = 12
const AT_ONCE = 100

const DUE = `select d.id, d.organization_id as organization, d.host, d.token from organization_domains d
where d.verified_at is not null and (d.checked_at is null or d.checked_at < $1::timestamptz - make_interval(hours => $2)) and d.id > $3::uuid order by d.id limit $4`

/** Looks every night whether the proof of each portal domain still stands. */
export const domainJobs: readonly Job[] = [byClock('domain-recheck', { nightly: '03:35' }, 'Look whether portal domains are still proven', recheckDomains)]

async function recheckDomains(payload: Payload, now = new Date()): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await poolOf(payload).query<Proven>(DUE, [now, FRESH_HOURS, after, AT_ONCE])
    for (const domain of rows) await recheck(payload, domain).catch((err: unknown) => log.warn({ msg: 'a portal domain could not be checked', host: domain.host, err }))
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    after = last.id
  }
}

// The network is asked while no transaction is open.
async function recheck(payload: Payload, { id, organization, host, token }: Proven): Promise<void> {
  const owner = await loadOrganization(poolOf(payload), organization)
  if (!owner) return
  const found = await proveHost({ host, ...proofOf(host, token) })
  const outcome = { id, method: found.method, problem: found.method === null ? found.problem : null }
  await perform(recheckDomain, outcome, { payload, principal: systemPrincipal(owner), facts: { requestId: `domain-recheck ${host}`.slice(0, 64), ip: null, agent: null } })
}
