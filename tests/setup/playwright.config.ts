import { defineConfig } from '@playwright/test'

const { E2E_URL, CHROMIUM_PATH, E2E_RESULTS } = process.env

/** Settings of the browser tests; `npm test -- --only e2e` starts the application and gives the addresses. */
export default defineConfig({
  testDir: '../e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: E2E_RESULTS ?? 'test-results/results.json' }]],
  use: {
    baseURL: E2E_URL ?? 'http://localhost:3000',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { args: ['--no-sandbox'], ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}) },
  },
})
