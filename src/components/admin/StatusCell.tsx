import { StatusBadge } from '@/components/admin/frame/badge'

/** The status column of a list: the machine's label in its tone. */
export function StatusCell({ cellData, field }: { cellData?: unknown; field?: { custom?: { machine?: string } } }) {
  const machine = field?.custom?.machine
  return typeof cellData === 'string' && machine ? <StatusBadge machine={machine} state={cellData} /> : null
}
