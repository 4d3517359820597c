import path from 'node:path'

import { ESLint, Linter } from 'eslint'

import { plugin } from '../../../scripts/lint/plugin.mjs'

const project = path.resolve(import.meta.dirname, '../../..')

function complaints(rule: string, code: string): number {
  const config: Linter.Config = {
    plugins: { thoroughfare: plugin as ESLint.Plugin },
    rules: { [`thoroughfare/${rule}`]: 'error' },
  }
  return new Linter().verify(code, config).length
}

describe('no-clock-or-chance', () => {
  it.each(['new Date()', 'Date.now()', 'Math.random()', 'crypto.randomUUID()'])('refuses %s', (code) => {
    expect(complaints('no-clock-or-chance', code)).toBe(1)
  })

  it.each(['new Date(now)', 'Date.UTC(2026, 1, 1)', 'Math.round(1.5)'])('allows %s', (code) => {
    expect(complaints('no-clock-or-chance', code)).toBe(0)
  })
})

describe('locks-in-one-place', () => {
  it.each(["'select 1 from t for update'", '`select 1 from ${t} FOR NO KEY UPDATE`', "'… for share'"])(
    'refuses %s',
    (code) => {
      expect(complaints('locks-in-one-place', code)).toBe(1)
    },
  )

  it.each(["'look for updates'", "'select 1 from t for update skip locked'", "'update t set a = 1'"])(
    'allows %s',
    (code) => {
      expect(complaints('locks-in-one-place', code)).toBe(0)
    },
  )
})

describe('local-api-with-req', () => {
  it('refuses a call without req', () => {
    expect(complaints('local-api-with-req', "req.payload.find({ collection: 'orders' })")).toBe(1)
    expect(complaints('local-api-with-req', 'payload.update(args)')).toBe(1)
  })

  it('refuses a call whose error is caught', () => {
    expect(complaints('local-api-with-req', 'async () => { try { await payload.create({ req }) } catch { } }')).toBe(1)
    expect(complaints('local-api-with-req', 'payload.create({ req }).catch(() => null)')).toBe(1)
  })

  it('allows a call that passes req and lets its error through', () => {
    expect(complaints('local-api-with-req', 'async () => { await payload.create({ collection, req }) }')).toBe(0)
    expect(complaints('local-api-with-req', 'try { a() } catch { payload.find({ req }) }')).toBe(0)
    expect(complaints('local-api-with-req', 'items.find((one) => one.id)')).toBe(0)
  })
})

describe('no-access-bypass', () => {
  it('refuses overrideAccess: true and allows false', () => {
    expect(complaints('no-access-bypass', 'find({ overrideAccess: true })')).toBe(1)
    expect(complaints('no-access-bypass', 'find({ overrideAccess: false })')).toBe(0)
  })
})

describe('where the rules hold', () => {
  const eslint = new ESLint({ cwd: project })
  const ruleOf = async (file: string, rule: string): Promise<unknown> => {
    const config = (await eslint.calculateConfigForFile(path.join(project, file))) as {
      rules: Record<string, unknown[]>
    }
    return config.rules[rule]?.[0] ?? 0
  }

  it.each([
    ['src/domain/sales/rules.ts', 'thoroughfare/no-clock-or-chance', 2],
    ['src/platform/clock.ts', 'thoroughfare/no-clock-or-chance', 0],
    ['src/platform/locks.ts', 'thoroughfare/locks-in-one-place', 0],
    ['src/domain/sales/operations/place.ts', 'thoroughfare/locks-in-one-place', 2],
    ['src/hooks/sales/freeze.ts', 'thoroughfare/local-api-with-req', 2],
    ['src/endpoints/sales.ts', 'thoroughfare/no-access-bypass', 2],
    ['src/platform/reader.ts', 'thoroughfare/no-access-bypass', 0],
    ['src/app/dealer/page.tsx', '@typescript-eslint/no-restricted-imports', 2],
    ['src/app/(payload)/layout.tsx', '@typescript-eslint/no-restricted-imports', 0],
    ['src/kernel/money.ts', 'complexity', 2],
    ['src/kernel/money.ts', '@typescript-eslint/no-explicit-any', 2],
  ])('%s: %s is %d', async (file, rule, level) => {
    expect(await ruleOf(file, rule)).toBe(level)
  })
})
