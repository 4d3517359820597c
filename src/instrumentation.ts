/** Next calls this once, before it takes the first request. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { settleAddresses } = await import('@/platform/http/trusted-proxies')
  settleAddresses()
  // Next ends the process by itself; what was refused in the last half second is written meanwhile.
  const { flushLast } = await import('@/platform/recorder/recorder')
  const { closeStreams } = await import('@/platform/stream/hub')
  const end = () => {
    void flushLast()
    void closeStreams()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end)
}
