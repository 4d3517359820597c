import { machines } from '@/domain/machines'
import { modules } from '@/domain/registry'
import { heading, table } from './markdown'

/** Each machine as a diagram and a table. */
export function machinePage(): string {
  const parts = machines.map((machine) => {
    const edges = Object.entries(machine.transitions)
    const diagram = edges.flatMap(([verb, edge]) => edge.from.map((from) => `  ${id(from)} --> ${id(edge.to)}: ${verb}`))
    const rows = edges.map(([verb, edge]) => [verb, edge.from.join(', '), edge.to, edge.by, edge.side, `\`${edge.needs}\``, edge.emits ? `\`${edge.emits}\`` : ''])
    const states = Object.keys(machine.states).map((state) => `  ${id(state)}: ${state}`)
    return `\n## ${machine.name}\n\n\`\`\`mermaid\nstateDiagram-v2\n${states.join('\n')}\n  [*] --> ${id(machine.initial)}\n${diagram.join('\n')}\n\`\`\`\n${table(['verb', 'from', 'to', 'by', 'side', 'permission', 'event'], rows)}`
  })
  return heading('Machines', 'What can happen to a document. Buttons, endpoints and the triggers of the database are made from these tables.') + parts.join('')
}

/** Every event with its shape and who reacts. */
export async function eventPage(): Promise<string> {
  const { jobs } = await import('@/jobs')
  const rows = modules.flatMap((module) =>
    module.events.map((event) => {
      const consumers = (jobs.byEvent.get(event.name) ?? []).map((job) => job.name)
      const told = modules.flatMap((one) => one.notifications.filter((note) => note.on.name === event.name).map((note) => note.name))
      return [`\`${event.name}\``, event.description, consumers.join(', '), told.join(', '), event.external ? 'yes' : '']
    }),
  )
  return heading('Events', 'Written in the transaction in which they happened; operations and notifications follow.') + table(['event', 'meaning', 'operations', 'notifications', 'public'], rows)
}

function id(state: string): string {
  return state.replaceAll('-', '_')
}
