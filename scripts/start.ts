import { openDatabase } from './lib/database-step'
import { programEnvs } from './lib/program-env'
import { sentenceOf } from './lib/refusal'
import { claimDataDir, releaseDataDir } from './lib/run-note'
import { say } from './lib/say'
import { openSecrets } from './lib/secrets'
import { dataFolder, loadEnvironment, readSettings } from './lib/settings'
import { buildStep, demoStep, migrateStep, webStep, welcome, workerStep } from './lib/start-steps'
import { isStopping, onStop, stopAll, stopOnSignals } from './lib/stopping'

/**
 * `npm start` (and `npm run dev` with `--dev`): brings up everything the product needs, in order, and looks after it:
 * database, migrations, build, demo data, web, worker. What dies is started again; Ctrl-C stops web and worker first
 * and the database last.
 */
async function main(): Promise<void> {
  stopOnSignals()
  say('\n  Thoroughfare\n')
  loadEnvironment()
  const dataDir = dataFolder()
  await claimDataDir(dataDir)
  onStop({ name: 'data folder', close: async () => releaseDataDir(dataDir), force: () => undefined })
  const settings = await readSettings()
  const secrets = openSecrets(settings.dataDir)
  const urls = await openDatabase(settings, secrets)
  const ground = { settings, envs: programEnvs(settings, secrets, urls) }
  await migrateStep(ground)
  await buildStep(ground)
  await demoStep(ground)
  await webStep(ground)
  await workerStep(ground)
  welcome(ground)
}

try {
  await main()
} catch (error) {
  // A step that was interrupted by Ctrl-C fails too; that is no failure, and the signal's own ending goes on.
  if (!isStopping()) {
    process.stderr.write(`\n  ${sentenceOf(error)}\n\n`)
    await stopAll()
    process.exit(1)
  }
}
