import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'
import { guarded } from '@/platform/http/guarded'
import { timed } from '@/platform/http/timed'

export const POST = timed(guarded((request) => GRAPHQL_POST(config)(request)))
export const OPTIONS = REST_OPTIONS(config)
