import { redeemLink } from '@/endpoints/file-links'
import { payloadForPages } from '@/platform/next/session'

type Params = { params: Promise<{ id: string }> }

/** A file by its signed link. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  return redeemLink(request, (await params).id, await payloadForPages())
}
