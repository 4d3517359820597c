import type { AdminViewServerProps } from 'payload'
import { AccessDesk, type AskedRecord } from '@/components/admin/access/access-desk'
import { AdminPage, PageHead } from '@/components/admin/frame/page'
import { permissionGroups } from '@/components/people/catalogue'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What somebody may do and why, and who can see a record: the questions of whoever looks after people. */
export function AccessPage(view: AdminViewServerProps) {
  const asked = (name: string) => {
    const value = view.searchParams?.[name]
    return typeof value === 'string' ? value.slice(0, 120) : ''
  }
  const record: AskedRecord | null = UUID.test(asked('id')) ? { collection: asked('collection'), id: asked('id'), title: asked('title') || asked('id') } : null
  return (
    <AdminPage view={view} crumbs={[{ label: 'Access' }]} permission="access.inspect">
      {({ organization }) => (
        <>
          <PageHead title="Access" sub="Why somebody can or cannot do something, and who can see a record. Asking changes nothing." />
          <AccessDesk organization={organization.id} groups={permissionGroups} record={record} />
        </>
      )}
    </AdminPage>
  )
}
