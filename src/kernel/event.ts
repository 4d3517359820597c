import type { z } from 'zod'

export type EventDefinition<S extends z.ZodType = z.ZodType> = {
  /** `noun.past`, for example `order.confirmed` */
  readonly name: string
  /** shape of the JSON data the outbox stores */
  readonly schema: S
  /** true when webhooks may subscribe to it: name and shape are then a public promise */
  readonly external: boolean
  /** the stream it wakes: people who watch `orders` read it a moment later */
  readonly stream?: string
  readonly description: string
}

export type EventData<E extends EventDefinition> = z.output<E['schema']>

/** Declares something that happened: `noun.past`, the shape of its data and one sentence for the catalogue. */
export function defineEvent<S extends z.ZodType>(event: {
  readonly name: `${string}.${string}`
  readonly schema: S
  readonly external?: boolean
  readonly stream?: string
  readonly description: string
}): EventDefinition<S> {
  return { ...event, external: event.external ?? false }
}
