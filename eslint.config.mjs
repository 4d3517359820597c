import nextVitals from 'eslint-config-next/core-web-vitals'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

import { plugin } from './scripts/lint/plugin.mjs'

const isIgnoreOnly = (config) => Object.keys(config).every((key) => key === 'ignores' || key === 'name')

const noPayload = {
  group: ['payload', 'payload/*', '@payloadcms/*'],
  message: 'payload is spoken in platform, collections, hooks, endpoints, jobs and app/(payload) only.',
}

const namedExports = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a name can be found. Only Next, Payload and tools that ask for it get a default export.',
}

const honestCasts = {
  selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword.typeAnnotation',
  message: 'A cast by way of unknown hides a wrong type: parse the value or mend the type.',
}

export default defineConfig([
  globalIgnores([
    ...['node_modules/', '.next/', '.data/', 'dist/', 'coverage/', 'test-results/', 'playwright-report/'],
    ...['next-env.d.ts', 'src/payload-types.ts', 'src/app/(payload)/admin/importMap.js', 'docs/generated/'],
  ]),
  {
    files: ['src/{app,components}/**/*.{ts,tsx}', 'tests/ui/**/*.{ts,tsx}'],
    extends: [nextVitals.filter((one) => !isIgnoreOnly(one))],
  },
  {
    files: ['src/{app,components}/**/*.{ts,tsx}', 'tests/ui/**/*.{ts,tsx}'],
    // Pictures come from our own file route with the right size; the optimizer would need their rights.
    rules: { '@next/next/no-img-element': 'off' },
  },
  { files: ['**/*.{ts,tsx}'], extends: [tseslint.configs.recommended] },
  {
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { thoroughfare: plugin },
    rules: {
      complexity: ['error', 9],
      'max-lines': ['error', 300],
      'no-restricted-syntax': ['error', namedExports, honestCasts],
      'thoroughfare/locks-in-one-place': 'error',
      'thoroughfare/no-access-bypass': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['src/{domain,kernel}/**'], rules: { 'thoroughfare/no-clock-or-chance': 'error' } },
  { files: ['src/{hooks,endpoints}/**'], rules: { 'thoroughfare/local-api-with-req': 'error' } },
  {
    files: ['src/{domain,kernel}/**', 'src/components/ui/**', 'src/app/**'],
    ignores: ['src/app/(payload)/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [noPayload] }] },
  },
  { files: ['src/platform/locks.ts'], rules: { 'thoroughfare/locks-in-one-place': 'off' } },
  {
    files: ['src/platform/**', 'scripts/**', 'tests/**', 'bench/**'],
    rules: { 'thoroughfare/no-access-bypass': 'off' },
  },
  {
    files: ['tests/**', 'bench/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'thoroughfare/locks-in-one-place': 'off' },
  },
  {
    files: [
      'src/app/**',
      'payload.config.ts',
      '*.config.{ts,mjs}',
      '**/*.config.ts',
      'migrations/**',
      'tests/ui/stubs/**',
    ],
    rules: { 'no-restricted-syntax': ['error', honestCasts] },
  },
  { files: ['migrations/**'], rules: { 'max-lines': 'off', '@typescript-eslint/no-unused-vars': 'off' } },
])
