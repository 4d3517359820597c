import { withDatabase } from './lib/with-database'

const USAGE = 'Usage: npm run demo -- [--reset] [--seed N]'

/** `npm run demo`: fills an empty installation with the demonstration; `--reset` empties it first. */
async function main(): Promise<void> {
  const args = process.argv.slice(2)
  const seed = args.includes('--seed') ? Number(args[args.indexOf('--seed') + 1]) : 1
  const unknown = args.find((one, index) => one !== '--reset' && one !== '--seed' && args[index - 1] !== '--seed')
  if (!Number.isSafeInteger(seed) || unknown) throw new Error(USAGE)
  await withDatabase(async () => {
    if (args.includes('--reset')) await (await import('./demo/reset')).resetDatabase()
    const { makeDemo } = await import('./demo/make-demo')
    await makeDemo(seed)
  })
}

try {
  await main()
  process.exit(0)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
}
