import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'
import { guarded } from '@/platform/http/guarded'

export const POST = guarded((request) => GRAPHQL_POST(config)(request))
export const OPTIONS = REST_OPTIONS(config)
