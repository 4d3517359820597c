import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Pool } from 'pg'
import { inProject, projectRoot } from '../scripts/lib/root'
import { typescript } from '../scripts/lib/programs'
import type { Line } from './line'

interface Imported {
  seconds: number
  rows: number
  memoryMb: number
}

/** Imports a network's export as `npm run import` does: duration, rows per second and the most memory it took. */
export async function imports({ folder, dataDir, wantedRows, env, pool }: { folder: string | null; dataDir: string; wantedRows: number; env: NodeJS.ProcessEnv; pool: Pool }): Promise<Line[]> {
  const from = folder ?? writeExport(path.join(dataDir, 'export'), wantedRows)
  const ours = await runImport(from, env)
  const sql = await bySql(pool, ours.rows)
  const what = folder ? `folder ${path.basename(folder)}` : 'generated folder'
  return [
    {
      work: `import of a ${what}, ${ours.rows} rows`,
      ours: `${ours.seconds.toFixed(0)} s, ${(ours.rows / ours.seconds).toFixed(0)} rows/s, at most ${ours.memoryMb} MB`,
      floor: `${(ours.rows / sql).toFixed(0)} rows/s`,
      ratio: (sql / ours.seconds).toFixed(3),
      target: '350 rows/s, 512 MB',
    },
  ]
}

async function runImport(folder: string, env: NodeJS.ProcessEnv): Promise<Imported> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, typescript('scripts/import.ts', folder, '--organization', 'IMPORTED'), { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.on('data', (part: Buffer) => void (printed += part.toString()))
  let memoryMb = 0
  const look = setInterval(() => void (memoryMb = Math.max(memoryMb, memoryOf(child.pid))), 200)
  const code = await new Promise<number | null>((resolve) => void child.once('close', resolve))
  clearInterval(look)
  if (code !== 0) process.stdout.write(printed.slice(-3_000))
  return { seconds: (performance.now() - startedAt) / 1000, rows: countRows(folder, printed), memoryMb }
}

// The summary has a row of four counts per step: created, updated, unchanged, failed.
function countRows(folder: string, printed: string): number {
  const counts = [...printed.matchAll(/^ {2}\S.*?\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)$/gm)]
  const done = counts.reduce((sum, [, ...numbers]) => sum + numbers.reduce((rows, one) => rows + Number(one), 0), 0)
  if (done > 0) return done
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  return files.reduce((sum, name) => sum + readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n').length - 1, 0)
}

/** Memory of a process in MB, 0 when it is gone. */
export function memoryOf(pid: number | undefined): number {
  try {
    const status = pid ? readFileSync(`/proc/${pid}/status`, 'utf8') : ''
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}

// As many rows, one statement each over one connection: what a hand-written loop does at best without batches.
async function bySql(pool: Pool, rows: number): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('create temporary table bench_import (sku text primary key, name text, category text, price numeric, at timestamptz default now())')
    const startedAt = performance.now()
    const text = 'insert into bench_import (sku, name, category, price) values ($1, $2, $3, $4) on conflict (sku) do update set name = excluded.name'
    for (let n = 0; n < rows; n += 1) await client.query({ name: 'bench_import', text, values: [`S${n}`, `Name ${n}`, 'Goods', n] })
    return (performance.now() - startedAt) / 1000
  } finally {
    client.release()
  }
}

const PRODUCTS_SHARE = 0.3

// The same files as the fixture of the tests, with as many rows as wanted: products, their stock and their price history.
function writeExport(folder: string, rows: number): string {
  mkdirSync(folder, { recursive: true })
  const like = (name: string) => readFileSync(inProject('tests', 'fixtures', 'network-export', name), 'utf8').split('\n')
  for (const name of ['territories.csv', 'locations.csv', 'dealers.csv', 'dealer_contacts.csv', 'cost_history.csv']) writeFileSync(path.join(folder, name), name === 'cost_history.csv' ? `${like(name)[0]}\n` : like(name).join('\n'))
  const products = Math.floor(rows * PRODUCTS_SHARE)
  const skus = Array.from({ length: products }, (_, n) => `GEN-${String(n).padStart(6, '0')}`)
  const places = ['Finished Goods Storage', 'Tool Crib']
  const stock = Array.from({ length: Math.floor(rows * 0.4) }, (_, n) => `${skus[n % products] ?? ''},${places[Math.floor(n / products) % 2] ?? ''},A,${n % 40},${n % 90}`)
  const history = Array.from({ length: rows - products - stock.length }, (_, n) => `${skus[n % products] ?? ''},202${n % 2 === 0 ? 2 : 3}-01-01,,${10 + (n % 500)}.5000`)
  const oneEach = history.slice(0, products)
  writeFileSync(path.join(folder, 'products.csv'), [like('products.csv')[0], ...skus.map((sku, n) => `${sku},Goods ${n},Boats,Rowing,,Generated.,,,,,,${10 + (n % 500)}.5000,5.0000,4,3,1,1,2022-01-01,,,`)].join('\n'))
  writeFileSync(path.join(folder, 'inventory.csv'), [like('inventory.csv')[0], ...stock].join('\n'))
  writeFileSync(path.join(folder, 'list_price_history.csv'), [like('list_price_history.csv')[0], ...oneEach].join('\n'))
  return folder
}
