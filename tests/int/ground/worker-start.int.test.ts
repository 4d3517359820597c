import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { expect, test } from '@jest/globals'

import { typescript } from '../../../scripts/lib/programs'
import { projectRoot } from '../../../scripts/lib/root'

async function startedWith(url: string): Promise<{ code: number | null; said: string }> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: url,
    NODE_ENV: 'production',
    NODE_OPTIONS: '',
    CONNECT_TIMEOUT_MS: '1000',
  }
  const child = spawn(process.execPath, typescript('src/worker.ts'), {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, said }
}

test('a worker without a database says why it cannot run; it never ends without a word (PF6)', async () => {
  const { code, said } = await startedWith('postgres://nobody@127.0.0.1:1/none')
  expect([code, said.includes('The worker cannot run: The database does not answer')]).toEqual([1, true])
}, 120_000)

test('the same with a server that takes connections and says nothing', async () => {
  const silent = createServer((socket) => socket.on('error', () => undefined))
  const port = await new Promise<number>((resolve) =>
    silent.listen(0, '127.0.0.1', () => resolve((silent.address() as { port: number }).port)),
  )
  const { code, said } = await startedWith(`postgres://nobody@127.0.0.1:${port}/none`)
  silent.close()
  expect([code, said.includes('The worker cannot run:')]).toEqual([1, true])
}, 120_000)
