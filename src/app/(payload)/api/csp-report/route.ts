import { receiveReport } from '@/platform/http/csp-report'
import { payloadForPages } from '@/platform/next/session'

/** Browsers tell here what the policy of a page stopped. */
export async function POST(request: Request): Promise<Response> {
  return receiveReport(request, await payloadForPages())
}
