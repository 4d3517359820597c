import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const project = path.resolve(import.meta.dirname, '../../..')

/** Files that each break one wall: rule, file, what it imports. */
const planted: [rule: string, file: string, imports: string][] = [
  ['known-modules-only', 'src/domain/smuggling/rules.ts', '@/kernel/money'],
  ['kernel-is-words', 'src/kernel/clever.ts', '@/platform/locks'],
  ['kernel-is-words', 'src/kernel/driver.ts', 'pg'],
  ['heart-knows-no-door', 'src/domain/sales/operations/answer.ts', '@/endpoints/sales'],
  ['domain-without-machines', 'src/domain/sales/operations/speak.ts', 'payload'],
  ['domain-without-machines', 'src/domain/sales/operations/mail.ts', '@/platform/mail/send'],
  ['declarations-are-data', 'src/domain/sales/status.ts', '@/platform/locks'],
  ['rules-are-pure', 'src/domain/sales/rules.ts', '@/domain/sales/queries'],
  ['front-door-of-modules', 'src/domain/sales/operations/reach.ts', '@/domain/inventory/reserving'],
  ['arrow-inventory', 'src/domain/inventory/operations/peek.ts', '@/domain/sales'],
  ['arrow-catalog', 'src/domain/catalog/operations/peek.ts', '@/domain/inventory'],
  ['platform-knows-no-business', 'src/platform/learned.ts', '@/domain/sales'],
  ['collections-are-shape', 'src/collections/sales/Orders.ts', '@/endpoints/sales'],
  ['collections-of-one-module', 'src/collections/sales/Carts.ts', '@/collections/catalog/Products'],
  ['hooks-of-own-module', 'src/collections/sales/Lines.ts', '@/hooks/catalog/keepPath'],
  ['hooks-are-thin', 'src/hooks/catalog/draw.ts', '@/components/ui/button'],
  ['tables-of-doors', 'src/endpoints/render.ts', '@/components/ui/button'],
  ['endpoints-and-jobs-apart', 'src/jobs/sales.ts', '@/endpoints/sales'],
  ['screens-ask-the-domain', 'src/app/dealer/page.tsx', '@/collections/catalog/Products'],
  ['ui-is-looks', 'src/components/ui/knowing.tsx', '@/kernel/money'],
  ['nobody-imports-the-app', 'src/components/portal/frame.tsx', '@/app/dealer/page'],
  ['payload-in-its-rooms', 'src/app/dealer/rows.tsx', 'payload'],
  ['no-tools-in-the-product', 'src/platform/scripted.ts', '../../scripts/tool'],
  ['everything-resolves', 'src/platform/lost.ts', '@/platform/nowhere'],
]

/** Files that are within the walls, and those the planted ones point at. */
const honest: [file: string, imports: string][] = [
  ['src/kernel/money.ts', 'zod'],
  ['src/platform/locks.ts', 'payload'],
  ['src/platform/mail/send.ts', '@/kernel/money'],
  ['src/domain/sales/index.ts', '@/domain/sales/operations/place'],
  ['src/domain/sales/operations/place.ts', '@/domain/inventory'],
  ['src/domain/sales/operations/sell.ts', '@/domain/network'],
  ['src/domain/sales/queries.ts', '@/platform/locks'],
  ['src/domain/inventory/index.ts', '@/domain/inventory/reserving'],
  ['src/domain/inventory/reserving.ts', '@/kernel/money'],
  ['src/domain/network/index.ts', '@/kernel/money'],
  ['src/domain/insight/queries.ts', '@/domain/sales'],
  ['src/collections/catalog/Products.ts', '@/hooks/catalog/keepPath'],
  ['src/hooks/catalog/keepPath.ts', '@/platform/locks'],
  ['src/endpoints/sales.ts', '@/domain/sales'],
  ['src/components/ui/button.tsx', 'react'],
  ['src/app/(payload)/page.tsx', 'payload'],
  ['scripts/tool.ts', '@/kernel/money'],
]

type Cruise = { summary: { violations: { from: string; rule: { name: string } }[] } }

let folder: string
let found: Set<string>

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tf-walls-'))
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  for (const name of ['payload', 'pg', 'zod', 'react']) {
    write(`node_modules/${name}/index.js`, 'export const it = 1\n')
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js', type: 'module' }))
  }
  write('package.json', JSON.stringify({ dependencies: { payload: '1', pg: '1', zod: '1', react: '1' } }))
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: { module: 'esnext', moduleResolution: 'bundler', paths: { '@/*': ['./src/*'] } },
    }),
  )
  for (const [file, imports] of [...planted.map((row) => row.slice(1) as [string, string]), ...honest]) {
    write(file, `import * as it from '${imports}'\nexport const seen = it\n`)
  }
  const cruise = path.join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [cruise, '--config', path.join(project, '.dependency-cruiser.cjs'), '--output-type', 'json', 'src']
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 50_000_000 })
  const { summary } = JSON.parse(stdout) as Cruise
  found = new Set(summary.violations.map(({ from, rule }) => `${rule.name} ${from}`))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the walls between the rooms', () => {
  it.each(planted)('%s stops %s', (rule, file) => {
    expect(found).toContain(`${rule} ${file}`)
  })

  it('lets everything else pass', () => {
    const honestFiles = new Set(honest.map(([file]) => file))
    const broken = [...found].filter((line) => honestFiles.has(line.split(' ')[1] ?? ''))
    expect(broken).toEqual([])
  })
})
