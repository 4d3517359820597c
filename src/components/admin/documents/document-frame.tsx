import { SetStepNav, HydrateAuthProvider } from '@payloadcms/ui'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { isDomainError } from '@/kernel/errors'
import { workOf, type Work } from '@/components/admin/frame/work'

/** What Payload hands a view of a collection. */
export type DocumentView = Pick<AdminViewServerProps, 'initPageResult' | 'params'>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * A document's page: finds the visitor and the id, reads the document, draws it. A row that does not exist and one that
 * is not reached are the same "not found", as in the API.
 */
export async function DocumentFrame<T>({ view, slug, list, read, title, children }: {
  view: DocumentView
  slug: string
  list: string
  read: (work: Work, id: string) => Promise<T | null>
  title: (document: T) => string
  children: (document: T, work: Work) => ReactNode | Promise<ReactNode>
}) {
  const { req, permissions } = view.initPageResult
  const work = await workOf(req)
  const segments = view.params?.['segments']
  const id = Array.isArray(segments) ? (segments[2] ?? '') : ''
  const document = work && UUID.test(id) ? await found(read(work, id)) : null
  if (!work || document === null) return notFound()
  return (
    <div className="tf-page">
      <HydrateAuthProvider permissions={permissions} />
      <SetStepNav nav={[{ label: list, url: `/admin/collections/${slug}` }, { label: title(document) }]} />
      {await children(document, work)}
      <WhoSeesLink work={work} slug={slug} id={id} title={title(document)} />
    </div>
  )
}

// What the access desk can be asked about.
const ASKED: ReadonlySet<string> = new Set(['orders', 'shipments', 'invoices', 'payments', 'dealers', 'organizations'])

function WhoSeesLink({ work, slug, id, title }: { work: Work; slug: string; id: string; title: string }) {
  if (!work.can('access.inspect') || !ASKED.has(slug)) return null
  return (
    <p className="tf-muted">
      <Link className="tf-link" prefetch={false} href={`/admin/access?${new URLSearchParams({ collection: slug, id, title }).toString()}`}>
        Who can see this?
      </Link>
    </p>
  )
}

async function found<T>(reading: Promise<T | null>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (isDomainError(error) && error.code === 'NOT_FOUND') return null
    throw error
  }
}
