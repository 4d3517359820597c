import { heading, table } from './markdown'

/** Every route of `/api/v1`. */
export async function routePage(): Promise<string> {
  const { table: routes } = await import('@/endpoints/table')
  const rows = routes.routes.map((route) => {
    const permission = route.kind === 'operation' ? route.operation.permission : route.kind === 'raw' ? (route.isPublic ? 'public' : null) : route.permission
    return [route.method, `\`/api/v1${route.path}\``, route.kind === 'operation' ? `\`${route.operation.name}\`` : route.kind, permission, route.summary]
  })
  rows.sort((one, other) => String(one[1]).localeCompare(String(other[1])) || String(one[0]).localeCompare(String(other[0])))
  return heading('Routes', 'The stable contract; OpenAPI stands at `/api/v1/openapi.json`.') + table(['method', 'path', 'by', 'permission', 'summary'], rows)
}
