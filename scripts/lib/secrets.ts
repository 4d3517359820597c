import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { Refusal } from './refusal'

/** What an installation keeps to itself: the keys of its sign-ins and its encrypted values, and the passwords of its database roles. */
export type Secrets = { payloadSecret: string; dataKey: string; superuser: string; owner: string; web: string; worker: string }

const names = ['payloadSecret', 'dataKey', 'superuser', 'owner', 'web', 'worker'] as const

/**
 * Reads `secrets.json` of the data folder, writing it (readable by its owner alone) on the first start. Missing
 * entries are drawn; a missing file beside an existing database is refused, since new passwords would not open it.
 */
export function openSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  const known = existsSync(file) ? read(file) : {}
  if (!existsSync(file) && existsSync(path.join(dataDir, 'postgres.json'))) {
    throw new Refusal(
      `${file} is missing, and without it the database in ${dataDir} cannot be opened: restore it from a backup.`,
    )
  }
  const draw = () => randomBytes(32).toString('base64url')
  const secrets = Object.fromEntries(names.map((name) => [name, known[name] ?? draw()])) as Secrets
  if (names.some((name) => known[name] === undefined)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  }
  chmodSync(file, 0o600)
  return secrets
}

function read(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>
  } catch {
    throw new Refusal(`${file} is not readable as JSON: restore it from a backup.`)
  }
}
