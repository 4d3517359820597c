import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { isAlive } from '../../../scripts/lib/processes'
import { waitFor } from '../../../scripts/lib/wait'
import { type Cluster, discardCluster, startCluster, stopCluster } from '../../../scripts/postgres/cluster'
import { urlFor, withClient } from '../../../scripts/postgres/superuser'

const password = "a password with ' and @"
let options: { dataDir: string; password: string }
let cluster: Cluster

const ask = async (sql: string) => {
  const url = urlFor({ name: 'postgres', password }, cluster.port, 'postgres')
  return (await withClient(url, (client) => client.query<{ n: number }>(sql))).rows
}

beforeAll(async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tf-cluster-'))
  chmodSync(dataDir, 0o711)
  options = { dataDir, password }
  cluster = await startCluster(options)
  await ask('create table kept as select 7 as n')
})

afterAll(() => discardCluster(cluster))

describe('our own PostgreSQL', () => {
  it('runs as a user of its own and keeps every promise of durability', async () => {
    const rows = await ask(
      "select count(*)::int as n from pg_settings where (name, setting) in (('fsync', 'on'), ('synchronous_commit', 'on'), ('full_page_writes', 'on'))",
    )
    expect(rows).toEqual([{ n: 3 }])
  })

  it('is adopted where it already runs', async () => {
    const again = await startCluster(options)
    expect(again).toMatchObject({ reused: true, pid: cluster.pid, port: cluster.port })
  })

  it('comes back on its port, with what was committed, after kill -9', async () => {
    await ask('insert into kept values (8)')
    process.kill(cluster.pid, 'SIGKILL')
    await waitFor(() => !isAlive(cluster.pid), { timeoutMs: 5_000 })
    const revived = await startCluster({ ...options, port: cluster.port })
    expect(revived).toMatchObject({ reused: false, port: cluster.port })
    cluster = revived
    expect(await ask('select sum(n)::int as n from kept')).toEqual([{ n: 15 }])
  })

  it('asks for the same port after a stop', async () => {
    const { port } = cluster
    await stopCluster(cluster)
    cluster = await startCluster(options)
    expect(cluster.port).toBe(port)
  })
})
