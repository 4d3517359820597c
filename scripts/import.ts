import { existsSync } from 'node:fs'
import path from 'node:path'

interface Arguments {
  folder: string
  organization: string
  isDryRun: boolean
}

const USAGE = 'Usage: npm run import -- <folder> --organization <code> [--dry-run]'

/** `npm run import`: brings a network's export into an organization; founds it when it does not exist. */
async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2))
  if (!existsSync(args.folder)) throw new Error(`There is no folder ${args.folder}.`)
  const { withDatabase } = await import('./lib/with-database')
  return withDatabase(async () => {
    const { importNetwork } = await import('./import/import-network')
    return importNetwork(args)
  })
}

function readArguments(given: readonly string[]): Arguments {
  const folder = given.find((one, index) => !one.startsWith('--') && given[index - 1] !== '--organization')
  const organization = given[given.indexOf('--organization') + 1]
  if (!folder || !given.includes('--organization') || !organization) throw new Error(USAGE)
  return { folder: path.resolve(folder), organization, isDryRun: given.includes('--dry-run') }
}

try {
  process.exit(await main())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
