import { metricsFor } from '@/platform/health/metrics'
import { payloadForPages } from '@/platform/next/session'

export const dynamic = 'force-dynamic'

/** The figures of this process and of what it stands on, for Prometheus. */
export async function GET(request: Request): Promise<Response> {
  return metricsFor(request, payloadForPages)
}
