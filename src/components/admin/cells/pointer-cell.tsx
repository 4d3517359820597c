import { DefaultCell } from '@payloadcms/ui'
import type { CollectionSlug, DefaultCellComponentProps, RelationshipFieldClient } from 'payload'
import { Figure, type RowLinkProps } from '@/components/admin/cells/row-link'
import { mayOpen } from '@/components/admin/frame/record-link'

interface CellProps extends RowLinkProps {
  cellData?: unknown
  field: { name: string; label?: unknown; relationTo: CollectionSlug }
}

/** A column that points at other rows, by their names; a dash for whoever may not read those. */
export async function PointerCell({ cellData, field, ...cell }: CellProps) {
  const { name, label, relationTo } = field
  if (!(await mayOpen(relationTo))) return <Figure cell={cell}>–</Figure>
  const shown: RelationshipFieldClient = { name, type: 'relationship', relationTo, label: typeof label === 'string' ? label : name }
  const { link, linkURL, collectionSlug, rowData = {} } = cell
  const known: DefaultCellComponentProps = { cellData, collectionSlug: (collectionSlug ?? '') as CollectionSlug, field: shown, rowData, ...(link === undefined ? {} : { link }), ...(linkURL === undefined ? {} : { linkURL }) }
  return <DefaultCell {...known} />
}
