import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import { hashOf } from './hash'
import { inProject } from './root'

const sources = [
  'src',
  'public',
  'payload.config.ts',
  'next.config.mjs',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'migrations',
]
const stampFile = inProject('dist', 'build-stamp.json')
const products = [inProject('.next', 'BUILD_ID'), inProject('dist', 'worker.js'), inProject('dist', 'web.js')]

/** The hash of everything a production build is made of. */
export function sourceHash(): string {
  const publicSettings = Object.entries(process.env).filter(([name]) => name.startsWith('NEXT_PUBLIC_'))
  return hashOf(sources, JSON.stringify(publicSettings.sort()))
}

/** True when the last build was made of exactly the sources that lie here now, and is still complete. */
export function isBuildFresh(hash = sourceHash()): boolean {
  if (!products.every((file) => existsSync(file)) || !existsSync(stampFile)) return false
  const stamp = JSON.parse(readFileSync(stampFile, 'utf8')) as { hash?: string; build?: string }
  return stamp.hash === hash && stamp.build === currentBuild()
}

/** Writes down what the build that just ended was made of. */
export function stampBuild(hash: string): void {
  writeFileSync(stampFile, `${JSON.stringify({ hash, build: currentBuild() })}\n`)
}

function currentBuild(): string {
  return readFileSync(inProject('.next', 'BUILD_ID'), 'utf8')
}
