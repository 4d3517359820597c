import { createHash, randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { importPage, importRowsOf, listImports, refusedRows, requestUndo } from '@/domain/core'
import { importDefinitions, importOf } from '@/domain/imports'
import { core } from '@/domain/registry'
import { idOf, NoQuery, PageQuery } from '@/endpoints/params'
import { csvRow, type CsvValue } from '@/kernel/csv'
import { refuse } from '@/kernel/errors'
import { chosenOrganization } from '@/platform/access/chosen'
import { holds, principalOf, type Principal } from '@/platform/access/principal'
import { storeFile } from '@/platform/files'
import { download } from '@/platform/http/download'
import { succeeded } from '@/platform/http/envelope'
import { requestFacts } from '@/platform/http/request-facts'
import { listRoute, operationRoute, queryRoute, rawRoute, type Route } from '@/platform/http/route'
import { perform } from '@/platform/perform'
import { readerFor } from '@/platform/reader'
import { withLocalBytes } from '@/platform/sheets/local-copy'
import { SheetProblem } from '@/platform/sheets/problem'
import { surveySheet } from '@/platform/sheets/read-sheet'
import { xlsxOf } from '@/platform/sheets/write-xlsx'

const tag = 'imports'
const noun = 'The import'
const MOST_BYTES = 25_000_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Files that are brought in: uploaded, mapped, tried dry, run, followed, taken back. */
export const importRoutes: Route[] = [
  queryRoute({
    ...{ method: 'GET', path: '/imports/kinds', tag, summary: 'What can be imported, with its fields', permission: 'import.run', query: NoQuery },
    answer: ({ principal }) => Promise.resolve(importDefinitions.filter(({ needs }) => needs.every((one) => holds(principal, one)))),
  }),
  rawRoute({
    ...{ method: 'GET', path: '/imports/kinds/:kind/template', tag, summary: 'An empty file of a kind with an example row', isPublic: false },
    respond: async (req, params) => {
      mustImport(req)
      const kind = importOf(params['kind'] ?? '') ?? refuse('NOT_FOUND', { noun: 'This kind of import' })
      const heads = kind.fields.map((field) => field.label)
      const example = kind.fields.map((field) => field.example)
      return fileOf(`${kind.label} template`, formatOf(req), heads, one([example]))
    },
  }),
  listRoute({
    ...{ method: 'GET', path: '/imports', tag, summary: 'Imports, newest first', permission: 'import.read', query: z.strictObject(PageQuery) },
    page: async ({ reader, query }) => {
      const found = await listImports(reader, { ...query, limit: query.limit + 1 })
      const rows = found.slice(0, query.limit)
      return { rows, limit: query.limit, nextCursor: found.length > query.limit ? (rows.at(-1)?.id ?? null) : null }
    },
  }),
  rawRoute({
    ...{ method: 'POST', path: '/imports', tag, status: 201, summary: 'Upload a CSV or XLSX file: multipart with `kind` and `file`', isPublic: false },
    respond: async (req) => succeeded(await upload(req, mustImport(req)), requestFacts(req).requestId, 201),
  }),
  queryRoute({
    ...{ method: 'GET', path: '/imports/:id', tag, summary: 'An import with its progress', permission: 'import.read', query: NoQuery },
    answer: ({ reader, params }) => importPage(reader, idOf(params['id'], noun)),
  }),
  queryRoute({
    ...{ method: 'GET', path: '/imports/:id/rows', tag, summary: 'What became of the rows of an import', permission: 'import.read' },
    query: z.strictObject({ only: z.enum(['all', 'failed', 'kept']).default('all'), after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    answer: async ({ reader, params, query }) => {
      const { id } = await importPage(reader, idOf(params['id'], noun))
      return importRowsOf(reader, { run: id, ...query })
    },
  }),
  operationRoute({ method: 'POST', path: '/imports/:id/run', tag, status: 202, operation: core.requestImport }),
  operationRoute({ method: 'POST', path: '/imports/:id/undo', tag, status: 202, operation: requestUndo }),
  rawRoute({
    ...{ method: 'GET', path: '/imports/:id/errors', tag, summary: 'The refused rows as a file that can be corrected and imported again', isPublic: false },
    respond: async (req, params) => {
      const reader = readerFor(req.payload, principalOf(req.user) ?? refuse('UNAUTHENTICATED', {}))
      const { id, source, kind } = await importPage(reader, idOf(params['id'], noun))
      const fields = importOf(kind)?.fields ?? []
      const heads = [...fields.map((field) => field.label), 'Line', 'Column', 'What is wrong']
      async function* batches(): AsyncGenerator<CsvValue[][]> {
        for await (const rows of refusedRows(reader, id)) {
          yield rows.map(({ line, message, column, source: cells }) => [...fields.map(({ name }) => cells[name] ?? ''), line, column, message])
        }
      }
      return fileOf(`${source.replace(/\.[^.]+$/, '')} errors`, formatOf(req), heads, batches())
    },
  }),
]

function mustImport(req: PayloadRequest): Principal {
  const principal = principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
  if (!holds(principal, 'import.run')) refuse('PERMISSION_REFUSED', { permission: 'import.run' })
  return principal
}

async function upload(req: PayloadRequest, principal: Principal): Promise<unknown> {
  const { file, kind } = await sent(req)
  const bytes = Buffer.from(await file.arrayBuffer())
  const survey = await withLocalBytes(bytes, (path) => surveySheet(path)).catch((error: unknown) => {
    if (error instanceof SheetProblem) return refuse('INPUT_INVALID', { reason: error.message }, [{ path: 'file', message: error.message }])
    throw error
  })
  const home = principal.memberships[0]?.organization.id ?? refuse('NO_ORGANIZATION', {})
  const stored = await storeFile(`${home}/imports/${randomUUID()}`, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { heads, first, rows } = survey
  const mime = bytes.subarray(0, 2).toString('latin1') === 'PK' ? XLSX : 'text/csv; charset=utf-8'
  const input = { kind, source: file.name.slice(-200), mime, heads, first, totalRows: rows, ...stored, sha256 }
  return perform(core.uploadImport, input, { payload: req.payload, principal, facts: requestFacts(req), organization: chosenOrganization(req.headers) })
}

async function sent(req: PayloadRequest): Promise<{ file: File; kind: string }> {
  // A body that is no form is refused below, in the same words as one without a file.
  const form = await req.formData?.().catch(() => undefined)
  const [file, kind] = [form?.get('file'), form?.get('kind')]
  if (!(file instanceof File) || typeof kind !== 'string') return refuse('INPUT_INVALID', { reason: 'Send the fields kind and file as multipart/form-data.' })
  if (file.size > MOST_BYTES) refuse('TOO_LARGE', { limit: `${MOST_BYTES / 1_000_000} MB` })
  return { file, kind }
}

type Format = 'csv' | 'xlsx'

function formatOf(req: PayloadRequest): Format {
  return new URL(req.url ?? 'http://localhost').searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv'
}

async function fileOf(title: string, format: Format, heads: readonly string[], batches: AsyncIterable<CsvValue[][]>): Promise<Response> {
  const pieces: Buffer[] = []
  if (format === 'xlsx') for await (const piece of xlsxOf(title, heads, batches)) pieces.push(piece)
  else {
    // The mark tells spreadsheets that the text is UTF-8.
    pieces.push(Buffer.from(`\uFEFF${csvRow(heads)}`))
    for await (const rows of batches) pieces.push(Buffer.from(rows.map((row) => csvRow(row)).join('')))
  }
  return download(Buffer.concat(pieces), { name: `${title}.${format}`, mime: format === 'xlsx' ? XLSX : 'text/csv; charset=utf-8' })
}

async function* one(rows: CsvValue[][]): AsyncGenerator<CsvValue[][]> {
  yield await Promise.resolve(rows)
}
