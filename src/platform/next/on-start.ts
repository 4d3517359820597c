import { settleAddresses } from '@/platform/http/trusted-proxies'
import { flushLast } from '@/platform/recorder/recorder'
import { closeStreams } from '@/platform/stream/hub'
import { beforeEnd } from '@/platform/web/endings'

/** What a web process sets up before its first request, and what it does before it ends. */
export function onStart(): void {
  settleAddresses()
  // Open answers end first; then what was refused in the last half second is written.
  beforeEnd(async () => {
    await closeStreams()
    await flushLast()
  })
}
