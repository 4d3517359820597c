import type { Journal } from '@/platform/journal'

/** What a stream hears and a commit says: the channel, and the person or organization whose news it is. */
export function topicOf(channel: string, whose: string): string {
  return `${channel} ${whose}`
}

/** Whose streams have something new once what a journal collected is committed. */
export function topicsOf({ touched, before, events }: Pick<Journal, 'touched' | 'before' | 'events'>): string[] {
  const rows = touched.flatMap(({ table, id, values }) => {
    const row: Record<string, unknown> = { ...before.get(id), ...values }
    return named(table.meta.stream, table.meta.tenancy === 'user' ? [row['user']] : [row['organization'], row['tree']])
  })
  const told = events.flatMap(({ stream = null, subject }) => named(stream, [subject.organization, subject.counterparty]))
  return [...rows, ...told]
}

function named(channel: string | null, whose: readonly unknown[]): string[] {
  if (channel === null) return []
  return whose.flatMap((one) => (typeof one === 'string' ? topicOf(channel, one) : []))
}
