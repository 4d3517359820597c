import { DefaultTemplate } from '@payloadcms/next/templates'
import { HydrateAuthProvider, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { workOf, type Work } from '@/components/admin/frame/work'

export interface Crumb {
  label: string
  url?: string
}

/**
 * A page of ours at /admin/<path> inside Payload's frame. Payload lets anybody open custom views, so this one sends
 * visitors away who are not signed in for a headquarters, and says so to those without the permission.
 */
export async function AdminPage({ view, crumbs, permission, children }: {
  view: AdminViewServerProps
  crumbs: Crumb[]
  permission: string | null
  children: (work: Work) => ReactNode | Promise<ReactNode>
}) {
  const { initPageResult, params, searchParams } = view
  const { req, permissions, visibleEntities, locale } = initPageResult
  const work = await workOf(req)
  if (!work) redirect(`/admin/${req.user ? 'unauthorized' : 'login'}`)
  const mayEnter = permission === null || work.can(permission)
  return (
    <DefaultTemplate i18n={req.i18n} {...(locale ? { locale } : {})} {...(params ? { params } : {})} payload={req.payload} permissions={permissions} req={req} {...(searchParams ? { searchParams } : {})} {...(req.user ? { user: req.user } : {})} visibleEntities={{ collections: visibleEntities.collections, globals: visibleEntities.globals }}>
      <HydrateAuthProvider permissions={permissions} />
      <SetStepNav nav={crumbs} />
      <div className="tf-page">{mayEnter ? await children(work) : <NotForYou permission={permission} />}</div>
    </DefaultTemplate>
  )
}

/** The top of a page: what it is, in which state, and what can be done. */
export function PageHead({ title, badge, sub, children }: { title: ReactNode; badge?: ReactNode; sub?: ReactNode; children?: ReactNode }) {
  return (
    <div className="tf-page-head">
      <div>
        <h1>
          {title} {badge}
        </h1>
        {sub ? <p>{sub}</p> : null}
      </div>
      {children}
    </div>
  )
}

function NotForYou({ permission }: { permission: string | null }) {
  return (
    <div className="tf-note" data-tone="warning">
      This page needs the permission {permission}. Somebody who administers your organization can give you a role with it.
    </div>
  )
}
