import { limitsOf, standOf } from '@/components/people/key-facts'
import { KeyTools } from '@/components/people/key-tools'
import { StatusBadge } from '@/components/ui/badge'
import { DateText } from '@/components/ui/money'
import { Table, type Column } from '@/components/ui/table'
import type { ApiKeyView } from '@/domain/identity'
import type { Action } from '@/platform/actions'

export interface KeysTableProps {
  rows: readonly ApiKeyView[]
  actions: ReadonlyMap<string, readonly Action[]>
  organization: string
  /** Permission → its sentence. */
  words: ReadonlyMap<string, string>
  locale: string
  zone: string
}

/** API keys with what they may do, their limits, their last use and what can be done with each. */
export function KeysTable({ rows, actions, organization, words, locale, zone }: KeysTableProps) {
  const columns: Column<ApiKeyView>[] = [
    {
      key: 'name',
      header: 'Key',
      lead: true,
      cell: ({ name, prefix, creatorName }) => (
        <span className="grid">
          <span>{name}</span>
          <span className="text-sm font-normal text-muted">
            <code>tf_live_{prefix}_…</code> by {creatorName}
          </span>
        </span>
      ),
    },
    {
      key: 'scopes',
      header: 'May',
      cell: (row) => (
        <details>
          <summary className="cursor-pointer">{row.scopes.length === 1 ? (words.get(row.scopes[0] ?? '') ?? row.scopes[0]) : `${row.scopes.length} permissions`}</summary>
          <ul className="mt-1 grid gap-0.5 text-sm text-muted">
            {row.scopes.map((scope) => (
              <li key={scope}>{words.get(scope) ?? scope}</li>
            ))}
            <li>{limitsOf(row)}</li>
          </ul>
        </details>
      ),
    },
    { key: 'status', header: 'Status', cell: (row) => <StatusBadge {...standOf(row)} /> },
    { key: 'used', header: 'Last used', cell: ({ lastUsedAt }) => (lastUsedAt ? <DateText at={lastUsedAt} locale={locale} zone={zone} style="datetime" /> : <span className="text-subtle">Never</span>) },
    { key: 'until', header: 'Until', cell: ({ expiresAt }) => (expiresAt ? <DateText at={expiresAt} locale={locale} zone={zone} /> : <span className="text-subtle">No end</span>) },
    { key: 'tools', header: <span className="sr-only">Actions</span>, align: 'end', label: false, cell: ({ id, name }) => <KeyTools id={id} name={name} organization={organization} actions={actions.get(id) ?? []} /> },
  ]
  return <Table caption="API keys" columns={columns} rows={rows} rowKey={({ id }) => id} />
}
