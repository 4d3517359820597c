import { existsSync } from 'node:fs'

import { typescript } from '../lib/programs'
import { inProject } from '../lib/root'
import { oneQuestion, type Suite } from './suite'

const always = () => true
const bin = (...parts: string[]) => inProject('node_modules', ...parts)
const tsc = (project: string) => [bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', inProject(project)]

/** Share of expressions whose type is known: what `any` hides, the compiler does not see. */
const typeCoverage = [
  bin('type-coverage', 'bin', 'type-coverage'),
  ...['--strict', '--at-least', '99', '-p', 'tsconfig.json'],
]

/** Questions that need neither a database nor a browser: types, lint, walls between the rooms, generated documents. */
export const staticSuites: Suite[] = [
  {
    name: 'types',
    exists: always,
    run: () => oneQuestion([tsc('tsconfig.json'), tsc('tests/tsconfig.json'), typeCoverage]),
  },
  {
    name: 'lint',
    exists: always,
    run: () => oneQuestion([[bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0']]),
  },
  {
    name: 'walls',
    exists: always,
    run: () =>
      oneQuestion([
        [
          bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
          '--config',
          '.dependency-cruiser.cjs',
          'src',
          'payload.config.ts',
        ],
      ]),
  },
  {
    name: 'docs',
    exists: () => existsSync(inProject('scripts', 'docs.ts')),
    run: () => oneQuestion([typescript('scripts/docs.ts', '--check')]),
  },
]
