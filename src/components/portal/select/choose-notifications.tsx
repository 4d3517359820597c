'use client'

import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDeed } from '@/components/portal/client/use-deed'
import { SelectRows } from '@/components/portal/select/select-rows'
import { Button } from '@/components/ui/button'

/** Notifications that can be chosen, to be marked as read at once. */
export function ChooseNotifications({ organization, children }: { organization: string; children: ReactNode }) {
  const { act, isBusy, problem } = useDeed(organization)
  const read = async (ids: string[], clear: () => void) => {
    if (await act<{ read: number }>('/notifications/read-all', { body: { ids } }, { say: ({ read: count }) => ({ title: `${count} marked as read` }) })) clear()
  }
  return (
    <SelectRows
      organization={organization}
      noun="notification"
      deeds={[]}
      more={(chosen, clear) => (
        <>
          <Button size="sm" busy={isBusy} icon={<Check aria-hidden />} onClick={() => void read(chosen.map(({ id }) => id), clear)}>
            Mark as read
          </Button>
          {problem ? (
            <span role="alert" className="text-sm font-medium text-danger-text">
              {problem.message}
            </span>
          ) : null}
        </>
      )}
    >
      {children}
    </SelectRows>
  )
}
