import { createServer, type Server, type ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'
import next from 'next'
import { log } from '@/platform/log'
import { answeredByApi } from '@/platform/web/api-door'
import { endAll } from '@/platform/web/endings'

// Answers at hand are finished; what takes longer than this is cut off.
const GRACE_MS = 12_000

/**
 * The web program: Next for the pages, with `/api/v1` answered in front of it. `--port` and `--host` say where; the
 * supervisor starts it again when it ends.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '3000' }, host: { type: 'string' } } })
  const port = Number(values.port)
  const app = next({ dev: false, port, hostname: values.host ?? 'localhost' })
  await app.prepare()
  const handle = app.getRequestHandler()
  const server = createServer((req, res) => {
    if (!answeredByApi(req, res, port)) handle(req, res).catch((err: unknown) => failed(res, err, req.url))
  })
  stopOnSignals(server, () => app.close())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, ...(values.host ? { host: values.host } : {}) }, resolve)
  })
  process.stdout.write(`ready on port ${port}\n`)
}

// A page that fails in Next itself is one failed answer; uncaught it would end the process, and everybody's with it.
function failed(res: ServerResponse, err: unknown, url: string | undefined): void {
  log.error({ msg: 'a request failed in Next', err, url })
  if (res.headersSent) return void res.destroy()
  res.statusCode = 500
  res.end('Something went wrong on our side; it was logged.')
}

function stopOnSignals(server: Server, closeNext: () => Promise<void>): void {
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), GRACE_MS).unref()
    const closed = new Promise((resolve) => server.close(resolve))
    // Connections that answer their last request now would otherwise wait for another one.
    const sweeping = setInterval(() => server.closeIdleConnections(), 100)
    await endAll()
    await closed
    clearInterval(sweeping)
    await closeNext()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

main().catch((error: unknown) => {
  process.stderr.write(`The web cannot run: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
