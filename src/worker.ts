import type { Payload } from 'payload'
import type { RunningJobs } from '@/platform/queue/run-jobs'

// Jobs at hand are finished; what takes longer than this is taken over by the next worker.
const GRACE_MS = 20_000
// A start that hangs ends with a sentence, and the supervisor starts the worker again.
const START_MS = 60_000

/**
 * The worker: dispatcher, queues and clock over one Payload. The supervisor starts it again when it ends; a database
 * that restarts does not end it.
 */
async function main(): Promise<void> {
  // Both are read while the configuration is imported, so they are set before.
  process.env['APP_NAME'] ??= 'tf-worker'
  process.env['POOL_MAX'] ??= '10'
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const { jobs } = await import('@/jobs')
  const { log } = await import('@/platform/log')
  const { runJobs } = await import('@/platform/queue/run-jobs')
  const payload = await getPayload({ config })
  const running = await runJobs(payload, jobs)
  stopOnSignals(payload, running)
  log.info({ msg: 'worker is running', events: jobs.byEvent.size, schedules: jobs.schedules.size })
}

function stopOnSignals(payload: Payload, running: RunningJobs): void {
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), GRACE_MS).unref()
    await running.stop()
    const { flushLast } = await import('@/platform/recorder/recorder')
    await flushLast()
    // Not awaited: the adapter keeps one client checked out for ever, so the pool never ends by itself.
    void payload.db.pool.end()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

// Not a top-level await: while one hangs, node ends the process without a word as soon as nothing else is open. The timer
// keeps the process, and with it the reason, until the start is over.
const limit = setTimeout(() => giveUp(new Error('the start took longer than a minute')), START_MS)
main().then(() => clearTimeout(limit), giveUp)

function giveUp(error: unknown): never {
  process.stderr.write(`The worker cannot run: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
