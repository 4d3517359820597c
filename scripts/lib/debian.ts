import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/** The first of these programs on the PATH. */
export function programOnPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable)
}

/** Installs a Debian package, as root or by a sudo that asks nothing; false where that is not possible. */
export function installDebian(name: string): boolean {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const run = (...command: string[]) => {
    const [program, ...args] = [...asRoot, ...command]
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    return program ? spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0 : false
  }
  return run('apt-get', 'update', '-q') && run('apt-get', 'install', '-y', '-q', '--no-install-recommends', name)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
