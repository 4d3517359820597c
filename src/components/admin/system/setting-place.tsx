'use client'

import { useRouter } from 'next/navigation'
import { BranchOptions } from '@/components/admin/act/branch-options'
import { Pick } from '@/components/admin/act/pick'
import { SOURCES } from '@/components/admin/act/sources'

interface PlaceProps {
  organization: { id: string; name: string }
  top: { id: string; name: string }
  branch: string | null
  branches: readonly { id: string; name: string }[]
  tab: string
}

/** Whose settings are shown: any organization within reach by typing its name, and one of its branches. */
export function SettingPlacePicker({ organization, top, branch, branches, tab }: PlaceProps) {
  const router = useRouter()
  const go = (to: Record<string, string>) => router.push(`?${new URLSearchParams({ tab, ...to }).toString()}`)
  return (
    <div className="tf-place">
      <Pick key={organization.id} name="organization" label="Organization" source={SOURCES.organization} placeholder={organization.name} onPick={(doc) => (doc ? go({ organization: doc.id }) : undefined)} />
      {branches.length > 0 ? (
        <div className="tf-field">
          <label className="tf-label" htmlFor="setting-branch">
            Branch
          </label>
          <select id="setting-branch" className="tf-input" value={branch ?? ''} onChange={(event) => go({ organization: organization.id, ...(event.target.value ? { branch: event.target.value } : {}) })}>
            <BranchOptions branches={branches} />
          </select>
        </div>
      ) : null}
      {organization.id === top.id ? null : (
        <a className="tf-link" href={`?${new URLSearchParams({ tab }).toString()}`}>
          Back to {top.name}
        </a>
      )}
    </div>
  )
}
