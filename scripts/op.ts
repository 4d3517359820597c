const USAGE = `Usage: npm run op -- <operation> '<json>' [--as <email>] [--organization <code>] [--commit]
Without --commit it is a dry run: everything happens and is rolled back. Without --as the system acts for the organization.
npm run op -- list shows every operation.`

/** `npm run op`: performs one operation from the command line, with the rights of a person or as the system. */
async function main(): Promise<number> {
  const { readArguments } = await import('./op/arguments')
  const wanted = readArguments(process.argv.slice(2))
  if (!wanted) throw new Error(USAGE)
  const { withDatabase } = await import('./lib/with-database')
  return withDatabase(async () => {
    const { runOperation } = await import('./op/run-operation')
    return runOperation(wanted)
  })
}

try {
  process.exit(await main())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

export {}
