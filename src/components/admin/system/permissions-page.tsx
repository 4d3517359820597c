import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { holdersOf, type Holder } from '@/domain/identity'
import { AdminPage, PageHead } from '@/components/admin/frame/page'
import { RecordLink } from '@/components/admin/frame/record-link'
import { Card, Empty } from '@/components/admin/frame/card'
import type { Work } from '@/components/admin/frame/work'
import { permissionGroups } from '@/components/people/catalogue'
import { REACH_WORDS } from '@/components/people/words'

const HERE = '/admin/permissions'
const ON_PAGE = 50

/** Every permission in one sentence, and who holds the chosen one through which role. */
export function PermissionsPage(view: AdminViewServerProps) {
  const { key, q, after } = textsOf(view.searchParams)
  const chosen = permissionGroups.flatMap(({ entries }) => entries).find((one) => one.key === key)
  return (
    <AdminPage view={view} crumbs={chosen ? [{ label: 'Permissions', url: HERE }, { label: chosen.key }] : [{ label: 'Permissions' }]} permission="role.read">
      {(work) => (chosen ? <HoldersOf work={work} permission={chosen} q={q} after={after} /> : <Catalogue />)}
    </AdminPage>
  )
}

function Catalogue() {
  return (
    <>
      <PageHead title="Permissions" sub="What roles are made of. Choose one to see who holds it, and why." />
      <div className="tf-stack">
        {permissionGroups.map(({ module, label, entries }) => (
          <Card key={module} title={label} flush>
            <ul className="tf-rows">
              {entries.map(({ key, sentence }) => (
                <li key={key}>
                  <Link className="tf-link" href={`${HERE}?key=${key}`} prefetch={false}>
                    {sentence}
                  </Link>
                  <code className="tf-muted">{key}</code>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </>
  )
}

async function HoldersOf({ work: { reader }, permission, q, after }: { work: Work; permission: { key: string; sentence: string }; q: string; after: string }) {
  const { rows, nextCursor } = await holdersOf(reader, permission.key, { limit: ON_PAGE, ...(q ? { q } : {}), ...(after ? { cursor: after } : {}) })
  const next = new URLSearchParams({ key: permission.key, ...(q ? { q } : {}), after: nextCursor ?? '' })
  return (
    <>
      <PageHead title={permission.sentence} sub={permission.key} />
      <form className="tf-list-tools" action={HERE}>
        <input type="hidden" name="key" value={permission.key} />
        <input className="tf-input" type="search" name="q" aria-label="Search people" placeholder="Name, e-mail or organization" defaultValue={q} />
      </form>
      <Card title="Who holds it" flush>
        {rows.length === 0 ? <Empty title={q ? 'Nobody matches' : 'Nobody holds it'}>{q ? 'Try a part of the name.' : 'Give somebody a role that has it.'}</Empty> : null}
        <ul className="tf-rows">
          {rows.map((holder) => (
            <HolderRow key={holder.id} holder={holder} />
          ))}
        </ul>
      </Card>
      {nextCursor ? <p><Link className="tf-link" href={`${HERE}?${next.toString()}`}>More people</Link></p> : null}
    </>
  )
}

function HolderRow({ holder: { id, name, email, organizationName, sources } }: { holder: Holder }) {
  return (
    <li>
      <span>
        <RecordLink to="memberships" id={id}>{name}</RecordLink>
        <small className="tf-small">{email} · {organizationName}</small>
      </span>
      <span className="tf-muted">
        {sources.map(({ roleName, reach, branchName, branch }) => `${roleName} (${branch ? `in ${branchName ?? 'one branch'}` : REACH_WORDS[reach].toLowerCase()})`).join(', ')}
      </span>
    </li>
  )
}

function textsOf(search: AdminViewServerProps['searchParams']): { key: string; q: string; after: string } {
  const text = (name: string) => {
    const value = search?.[name]
    return typeof value === 'string' ? value.trim().slice(0, 400) : ''
  }
  return { key: text('key'), q: text('q').slice(0, 120), after: text('after') }
}
