import { installDebian, programOnPath } from './debian'
import { Refusal } from './refusal'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The browser for tests: CHROMIUM_PATH, else a Chromium or Chrome on the PATH; in CI Debian's is installed where that
 * is possible. Throws a Refusal where there is none: a run without its browser tests must not look complete.
 */
export function chromiumPath(): string {
  const find = () => process.env.CHROMIUM_PATH || programOnPath(names)
  const found = find() ?? (process.env.CI && installDebian('chromium') ? find() : undefined)
  if (!found) throw new Refusal('No Chromium was found: install one (apt-get install chromium) or set CHROMIUM_PATH.')
  return found
}
