import { existsSync } from 'node:fs'
import path from 'node:path'

import { isPortFree, nextFreePort } from './ports'
import { Refusal } from './refusal'
import { inProject, projectRoot } from './root'

/** How this start was asked for, read once from the environment, `.env` and the arguments. */
export type Settings = {
  dev: boolean
  dataDir: string
  filesDir: string
  port: number
  host: string | undefined
  serverUrl: string
  demo: boolean
  foreign: { owner: string; web: string; worker: string } | undefined
}

/** Takes what `.env` says into the environment, where the environment itself does not say otherwise. */
export function loadEnvironment(): void {
  if (existsSync(inProject('.env'))) process.loadEnvFile(inProject('.env'))
}

/** The folder everything of this installation lies in. */
export function dataFolder(): string {
  return path.resolve(projectRoot, process.env.DATA_DIR || '.data')
}

/** Reads the settings; refuses a PORT that is no port or is taken, and takes the next free one when none was named. */
export async function readSettings(args: string[] = process.argv.slice(2)): Promise<Settings> {
  const { FILES_DIR, HOST, SERVER_URL, DEMO } = process.env
  const dataDir = dataFolder()
  const port = await choosePort(process.env.PORT)
  return {
    dev: args.includes('--dev'),
    dataDir,
    filesDir: FILES_DIR ? path.resolve(projectRoot, FILES_DIR) : path.join(dataDir, 'files'),
    port,
    host: HOST || undefined,
    serverUrl: SERVER_URL || `http://localhost:${port}`,
    demo: DEMO !== '0',
    foreign: foreignDatabase(),
  }
}

function foreignDatabase(): Settings['foreign'] {
  const { DATABASE_URL, DATABASE_OWNER_URL, WORKER_DATABASE_URL } = process.env
  if (!DATABASE_URL) return undefined
  return { owner: DATABASE_OWNER_URL || DATABASE_URL, web: DATABASE_URL, worker: WORKER_DATABASE_URL || DATABASE_URL }
}

async function choosePort(asked: string | undefined): Promise<number> {
  if (!asked) return nextFreePort(3000)
  const port = Number(asked)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refusal(`PORT must be a number from 1 to 65535, not "${asked}".`)
  if (!(await isPortFree(port))) throw new Refusal(`Port ${port} is taken by another program: set PORT to a free one.`)
  return port
}
