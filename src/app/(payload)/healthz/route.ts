export const dynamic = 'force-dynamic'

/** The process lives and answers; it says nothing about what it stands on. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })
}
