'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { BranchOptions } from '@/components/admin/act/branch-options'
import { branchIn, withBranch } from '@/components/admin/nav/focus-address'

/** Narrows a list to one of the organization's branches, if it has any; the address says which, so that exports follow. */
export function BranchFilter({ branches }: { branches: readonly { id: string; name: string }[] }) {
  const router = useRouter()
  const path = usePathname()
  const search = new URLSearchParams(useSearchParams().toString())
  search.delete('page')
  if (branches.length === 0) return null
  const here = `${path}?${search.toString()}`
  return (
    <select className="tf-input tf-branch" aria-label="Branch" value={branchIn(search) ?? ''} onChange={(event) => router.push(withBranch(here, event.target.value || null))}>
      <BranchOptions branches={branches} />
    </select>
  )
}
