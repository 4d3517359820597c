import { writeGuards } from './new/guards'

const [what, target] = process.argv.slice(2)

if (what === 'guards' && target) {
  const count = writeGuards(`migrations/${target}.sql`)
  process.stdout.write(`${count} statements in migrations/${target}.sql\n`)
  process.exit(0)
}
process.stderr.write('Usage: npm run new guards <migration name>\n')
process.exit(1)
