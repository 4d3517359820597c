import type { z } from 'zod'

import type { EventDefinition } from './event'
import type { Words } from './words'

export type Channel = 'in-app' | 'email'

/** Who is told: members of one side of the document who hold a permission, or the person who acted. */
export type Audience =
  { readonly side: 'owner' | 'counterparty'; readonly holding: string } | { readonly side: 'actor' }

/** Method syntax on purpose: a list of notifications with different data stays assignable. */
export type Notification<D = unknown> = {
  /** `noun-past`, for example `order-confirmed` */
  readonly name: string
  readonly on: EventDefinition
  readonly to: Audience
  readonly channels: readonly Channel[]
  /** groups switches on the preferences page */
  readonly category: string
  /** true when a person cannot switch it off */
  readonly mandatory: boolean
  /** the branch whose people are told, too, where the event is about no document */
  branch?(data: D): string | null
  subject(data: D, words: Words): string
  body(data: D, words: Words): string
  /** path of the page it leads to, without origin */
  path(data: D): string
  /** data of the event, from which every notification can be shown without causing it */
  readonly sample: D
}

/** Declares who is told what when an event happens; `data` and `sample` have the event's shape. */
export function defineNotification<S extends z.ZodType>(notification: {
  readonly name: string
  readonly on: EventDefinition<S>
  readonly to: Audience
  readonly channels: readonly Channel[]
  readonly category: string
  readonly mandatory?: boolean
  branch?(data: z.output<S>): string | null
  subject(data: z.output<S>, words: Words): string
  body(data: z.output<S>, words: Words): string
  path(data: z.output<S>): string
  readonly sample: z.output<S>
}): Notification<z.output<S>> {
  return { ...notification, mandatory: notification.mandatory ?? false }
}
