import { describe, expect, test } from '@jest/globals'

import { table } from '@/endpoints/table'
import { openApiDocument } from '@/platform/http/openapi'

type Parameter = { name?: string; in?: string; $ref?: string }
type Described = {
  operationId: string
  summary: string
  parameters: Parameter[]
  responses: Record<string, unknown>
  requestBody?: unknown
  'x-permission'?: string
}

const document = openApiDocument(table.routes, 'http://localhost:3000') as {
  openapi: string
  paths: Record<string, Record<string, Described>>
  components: Record<string, Record<string, unknown>>
}
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, one]) => ({ path, method, one })),
)

describe('OpenAPI', () => {
  test('describes every route of the table and no other', () => {
    expect(document.openapi).toBe('3.1.0')
    const wanted = table.routes.map((route) => `${route.method.toLowerCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`)
    expect(described.map(({ path, method }) => `${method} ${path}`).sort()).toEqual(wanted.sort())
  })

  test('every operation has a name of its own, a summary and the parameters of its path', () => {
    const names = described.map(({ one }) => one.operationId)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    for (const { path, one } of described) {
      expect(one.summary).toMatch(/\S/)
      const inPath = one.parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name)
      expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))
    }
  })

  test('every reference leads somewhere', () => {
    for (const [, target] of JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+\/\w+)"/g)) {
      const [kind = '', name = ''] = (target ?? '').split('/')
      expect(document.components[kind]).toHaveProperty(name)
    }
  })

  test('every operation says its answers, and bodies are schemas', () => {
    for (const { method, one } of described) {
      expect(Object.keys(one.responses)).toEqual(
        expect.arrayContaining(['400', '401', '403', '404', '409', '422', '429']),
      )
      expect(Object.keys(one.responses).some((status) => status.startsWith('2'))).toBe(true)
      if (method === 'get' || method === 'delete') expect(one.requestBody).toBeUndefined()
    }
  })

  test('it is JSON that survives being written and read', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })
})
