import { redirect } from 'next/navigation'
import { allocationSource } from '@/domain/finance/queries/allocation-source'
import { invitedMember } from '@/domain/identity/queries/invited-member'
import { DocumentFrame, type DocumentView } from '@/components/admin/documents/document-frame'

/** An allocation is told on the payment or the credit note it came from. */
export function AllocationPage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="allocations" list="Allocations" read={({ reader }, id) => allocationSource(reader, id)} title={() => 'Allocation'}>
      {({ collection, id }) => redirect(`/admin/collections/${collection}/${id}`)}
    </DocumentFrame>
  )
}

/** An invitation is told on the page of the person who was invited. */
export function InvitationPage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="invitations" list="Invitations" read={({ reader }, id) => invitedMember(reader, id)} title={() => 'Invitation'}>
      {(member) => redirect(`/admin/collections/memberships/${member}`)}
    </DocumentFrame>
  )
}
