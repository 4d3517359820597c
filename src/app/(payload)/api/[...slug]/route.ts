import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { guarded } from '@/platform/http/guarded'
import { timed } from '@/platform/http/timed'
import { offerApi } from '@/platform/web/api-handlers'

export const GET = timed(guarded(REST_GET(config)))
export const POST = timed(guarded(REST_POST(config)))
export const DELETE = timed(guarded(REST_DELETE(config)))
export const PATCH = timed(guarded(REST_PATCH(config)))
export const PUT = timed(guarded(REST_PUT(config)))
export const OPTIONS = REST_OPTIONS(config)

offerApi({ GET, POST, DELETE, PATCH, PUT })
