import { execFileSync, spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'

import { Refusal } from '../lib/refusal'

/** An account of the operating system; PostgreSQL refuses to run as root, so root lends it one of these. */
export type OsUser = { name: string; uid: number; gid: number }

/** The account the server shall run as: undefined (our own) unless we are root. Creates one where none fits. */
export function serverUser(): OsUser | undefined {
  if (process.platform === 'win32' || userInfo().uid !== 0) return undefined
  const user = find('postgres') ?? find('thoroughfare') ?? create('thoroughfare') ?? find('nobody')
  if (!user)
    throw new Refusal(
      'PostgreSQL does not run as root and no other account could be found or created: start as an ordinary user or set DATABASE_URL.',
    )
  return user
}

/** True when that account may read and write the folder (and reach it through every folder above). */
export function canUseFolder(user: OsUser | undefined, folder: string): boolean {
  return passes(user, 'test -r "$0" && test -w "$0" && test -x "$0"', folder)
}

/** True when that account may run the program. */
export function canRun(user: OsUser | undefined, program: string): boolean {
  return passes(user, 'test -x "$0" && "$0" --version', program)
}

function passes(user: OsUser | undefined, test: string, subject: string): boolean {
  if (process.platform === 'win32') return true
  const identity = user ? { uid: user.uid, gid: user.gid } : {}
  return spawnSync('/bin/sh', ['-c', test, subject], { cwd: '/', stdio: 'ignore', ...identity }).status === 0
}

function find(name: string): OsUser | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
    return { name, uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

function create(name: string): OsUser | undefined {
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]],
    ['adduser', ['-S', '-D', '-H', name]],
  ]
  for (const [command, args] of attempts) {
    if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) return find(name)
  }
  return undefined
}
