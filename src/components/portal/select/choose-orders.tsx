'use client'

import { Download } from 'lucide-react'
import { SelectRows, type ManyDeed } from '@/components/portal/select/select-rows'
import { buttonLook } from '@/components/ui/button'
import type { ReactNode } from 'react'

/** Orders that can be chosen: exported as CSV (`exportHref` is the file of all, with its query), or what else may be done with all of them. */
export function ChooseOrders({ organization, exportHref, deeds, children }: { organization: string; exportHref: string; deeds: readonly ManyDeed[]; children: ReactNode }) {
  return (
    <SelectRows
      organization={organization}
      noun="order"
      deeds={deeds}
      more={(chosen) => (
        <a href={`${exportHref}&${new URLSearchParams(chosen.map(({ id }) => ['id', id])).toString()}`} download className={buttonLook({ size: 'sm' })}>
          <Download aria-hidden />
          Export CSV
        </a>
      )}
    >
      {children}
    </SelectRows>
  )
}
