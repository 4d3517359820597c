'use client'

import { useEffect } from 'react'
import { useDeed } from '@/components/portal/client/use-deed'
import { useFocusAfter } from '@/components/portal/client/use-focus-after'
import { Button, type ButtonProps } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'

export interface DeedButtonProps extends Omit<ButtonProps, 'onClick' | 'busy'> {
  organization: string
  path: string
  method?: 'POST' | 'PATCH' | 'DELETE'
  body?: unknown
  /** What is said when it worked. */
  done: string
}

/** A button that does one thing at once; a refusal is said where it cannot be missed. */
export function DeedButton({ organization, path, method = 'POST', body = {}, done, ...rest }: DeedButtonProps) {
  const { act, isBusy, problem } = useDeed(organization)
  useFocusAfter()
  useEffect(() => {
    if (problem) notify({ tone: 'danger', title: problem.message })
  }, [problem])
  return <Button {...rest} busy={isBusy} onClick={() => void act(path, { method, body }, { say: () => ({ title: done }) })} />
}
