import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

import { Refusal } from './refusal'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The browser for tests: CHROMIUM_PATH, else a Chromium or Chrome on the PATH; in CI Debian's is installed where that
 * is possible. Throws a Refusal where there is none: a run without its browser tests must not look complete.
 */
export function chromiumPath(): string {
  const found = find() ?? (process.env.CI && installDebianChromium() ? find() : undefined)
  if (!found) throw new Refusal('No Chromium was found: install one (apt-get install chromium) or set CHROMIUM_PATH.')
  return found
}

function find(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function installDebianChromium(): boolean {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const run = (...command: string[]) => {
    const [program, ...args] = [...asRoot, ...command]
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    return program ? spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0 : false
  }
  return run('apt-get', 'update', '-q') && run('apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium')
}
