import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { Refusal } from '../lib/refusal'
import { type Binaries, copyBinaries, locateBinaries } from './binaries'
import { canRun, canUseFolder, type OsUser, serverUser } from './os-user'

/** Where a cluster lives: its data folder, its programs, the account it runs as, the port it had last. */
export type Home = {
  data: string
  binaries: Binaries
  user: OsUser | undefined
  port: number | undefined
  note: string
}

type Remembered = { folder: string; port?: number }

const noteFile = 'postgres.json'

/**
 * Chooses the folder of the cluster that belongs to `dataDir`: `dataDir/postgres`, or a system folder where the
 * account of the server cannot reach that one. The choice is written down, so that a later change of rights never
 * makes an installation look empty.
 */
export async function chooseHome(dataDir: string): Promise<Home> {
  const user = serverUser()
  const found = await locateBinaries()
  const remembered = await recall(dataDir)
  const folder = remembered ? await mustBeUsable(remembered.folder, user) : await firstUsable(dataDir, user)
  const binaries = canRun(user, found.postgres)
    ? found
    : await copyBinaries(found, path.join(systemFolder(), 'programs'))
  if (!remembered) await writeNote(dataDir, { folder })
  return { data: path.join(folder, 'data'), binaries, user, port: remembered?.port, note: path.join(dataDir, noteFile) }
}

/** Writes down the port the server got, so that the next start asks for the same one. */
export async function rememberPort(home: Home, port: number): Promise<void> {
  if (home.port !== port) await writeNote(path.dirname(home.note), { folder: path.dirname(home.data), port })
}

async function firstUsable(dataDir: string, user: OsUser | undefined): Promise<string> {
  const mark = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 12)
  const places = [
    path.join(dataDir, 'postgres'),
    path.join(systemFolder(), mark),
    path.join(tmpdir(), `thoroughfare-${mark}`),
  ]
  for (const place of places) {
    if (await isUsable(place, user)) return place
  }
  throw new Refusal(`No folder was found that ${user?.name ?? 'this account'} may write the database to: set DATA_DIR.`)
}

async function mustBeUsable(folder: string, user: OsUser | undefined): Promise<string> {
  if (await isUsable(folder, user)) return folder
  throw new Refusal(`The database folder ${folder} is not accessible to ${user?.name ?? 'this account'}.`)
}

async function isUsable(folder: string, user: OsUser | undefined): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true })
    if (user) await chown(folder, user.uid, user.gid)
  } catch {
    return false
  }
  return canUseFolder(user, folder)
}

function systemFolder(): string {
  const byPlatform: Partial<Record<NodeJS.Platform, string>> = {
    linux: '/var/lib',
    darwin: '/Library/Application Support',
  }
  return path.join(byPlatform[process.platform] ?? tmpdir(), 'thoroughfare')
}

async function recall(dataDir: string): Promise<Remembered | undefined> {
  const file = path.join(dataDir, noteFile)
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Remembered
  } catch {
    throw new Refusal(
      `${file} cannot be read; it says where the database is. Restore it, or delete it if the folder ${path.join(dataDir, 'postgres')} is the right one.`,
    )
  }
}

async function writeNote(dataDir: string, remembered: Remembered): Promise<void> {
  await writeFile(path.join(dataDir, noteFile), `${JSON.stringify(remembered, null, 2)}\n`)
}
