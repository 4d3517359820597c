import { readiness } from '@/platform/health/ready'
import { payloadForPages } from '@/platform/next/session'

export const dynamic = 'force-dynamic'

/** Whether requests may be sent here: 200, or 503 with what is missing. It names no figures and no addresses. */
export async function GET(): Promise<Response> {
  const { isReady, checks } = await readiness(payloadForPages)
  const status = isReady ? 200 : 503
  return Response.json({ status: isReady ? 'ready' : 'not-ready', checks }, { status, headers: { 'Cache-Control': 'no-store' } })
}
