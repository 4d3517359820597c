'use client'

import type { ComponentProps } from 'react'
import { Select, type SelectProps } from '@/components/ui/select'

/** A select that sends its GET form when changed; beside it a `<noscript>` button is not needed, Enter sends it too. */
export const SubmittingSelect = (props: SelectProps) => (
  <Select {...props} onChange={(event) => event.currentTarget.form?.requestSubmit()} />
)

/** A form that sends itself when any control in it changes: filter panels. */
export const SubmittingForm = (props: ComponentProps<'form'>) => (
  <form {...props} onChange={(event) => event.currentTarget.requestSubmit()} />
)
