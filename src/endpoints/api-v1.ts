import { routerEndpoints } from '@/platform/http/router'
import { table } from '@/endpoints/table'

/** Our stable contract below `/api/v1`; it stands first among Payload's endpoints. */
export const apiV1 = routerEndpoints(table)
