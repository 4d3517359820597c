import Link from 'next/link'
import type { ReactNode } from 'react'
import { workOf, type Work } from '@/components/admin/frame/work'
import { needsOf } from '@/components/admin/nav/links'
import { isEmptyScope } from '@/platform/access/scope'

/** A link to a record's page in the admin; its words alone for whoever may not open that page. */
export async function RecordLink({ to, id, children }: { to: string; id: string; children: ReactNode }) {
  return (await mayOpen(to)) ? <To href={`/admin/collections/${to}/${id}`}>{children}</To> : <span>{children}</span>
}

/** A link to a list, narrowed by one field; its words alone for whoever may not read that list. */
export async function ListLink({ to, field, value, children }: { to: string; field: string; value: string; children: ReactNode }) {
  return (await mayOpen(to)) ? <To href={`/admin/collections/${to}?where[or][0][and][0][${field}][equals]=${value}`}>{children}</To> : <span>{children}</span>
}

function To({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className="tf-link" href={href} prefetch={false}>
      {children}
    </Link>
  )
}

/** Whether the visitor reads any rows of a collection. The visitor is read once per request, however many links ask. */
export async function mayOpen(slug: string): Promise<boolean> {
  const work = await workOf()
  if (!work) return false
  const needs = needsOf(slug)
  return (needs === null || work.can(needs)) && !isNowhere(work, slug)
}

// A role that counts in one branch alone reaches nothing of what belongs to no branch.
function isNowhere({ reader }: Work, slug: string): boolean {
  const scope = reader.reach(slug)
  return OF_TENANTS.has(scope.tenancy) && isEmptyScope(scope)
}

const OF_TENANTS: ReadonlySet<string> = new Set(['own', 'two-party', 'shared-down', 'organization'])
