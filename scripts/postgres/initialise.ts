import { execFile } from 'node:child_process'
import { chmod, chown, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { Refusal, sentenceOf } from '../lib/refusal'
import type { Home } from './home'

/**
 * Makes a new data folder. It is built beside its place and moved there at the end, so that a start that was killed
 * in the middle leaves nothing that looks like a database. Sorting is by code point in every installation: the same
 * on each platform, and prefix searches can use ordinary indexes.
 */
export async function initialise(home: Home, password: string): Promise<void> {
  const half = `${home.data}.new`
  await rm(half, { recursive: true, force: true })
  const passwordFolder = await mkdtemp(path.join(tmpdir(), 'tf-init-'))
  const passwordFile = path.join(passwordFolder, 'password')
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    await chmod(passwordFolder, 0o700)
    if (home.user) for (const one of [passwordFolder, passwordFile]) await chown(one, home.user.uid, home.user.gid)
    await runInitdb(home, half, passwordFile)
    await rename(half, home.data)
  } finally {
    await rm(passwordFolder, { recursive: true, force: true })
  }
}

async function runInitdb(home: Home, folder: string, passwordFile: string): Promise<void> {
  const args = [
    `--pgdata=${folder}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]
  const identity = home.user ? { uid: home.user.uid, gid: home.user.gid } : {}
  try {
    await promisify(execFile)(home.binaries.initdb, args, { cwd: path.dirname(folder), ...identity })
  } catch (error) {
    throw new Refusal(`The database could not be created in ${path.dirname(folder)}: ${sentenceOf(error)}`)
  }
}
