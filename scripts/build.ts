import { spawnSync } from 'node:child_process'

import { build as bundle } from 'esbuild'

import { isBuildFresh, sourceHash, stampBuild } from './lib/build-stamp'
import { sentenceOf } from './lib/refusal'
import { inProject, projectRoot } from './lib/root'
import { say } from './lib/say'

/**
 * `npm run build`: the programs (worker and web) as one file each and the pages, for production. Does nothing when the sources have
 * not changed since the last build; `--force` builds all the same.
 */
async function main(): Promise<void> {
  const hash = sourceHash()
  if (!process.argv.includes('--force') && isBuildFresh(hash)) return say('the build is up to date')
  await bundlePrograms()
  buildPages()
  stampBuild(hash)
}

async function bundlePrograms(): Promise<void> {
  await bundle({
    entryPoints: [inProject('src', 'worker.ts'), inProject('src', 'web.ts')],
    outdir: inProject('dist'),
    absWorkingDir: projectRoot,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'warning',
    loader: { '.css': 'empty', '.scss': 'empty' },
  })
}

function buildPages(): void {
  const next = inProject('node_modules', 'next', 'dist', 'bin', 'next')
  const { status } = spawnSync(process.execPath, [next, 'build'], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (status !== 0) throw new Error('next build failed; its messages are above.')
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
}
