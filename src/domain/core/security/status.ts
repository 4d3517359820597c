import { defineMachine } from '@/kernel/machine'

/** The life of a security event: somebody looks at it, and says in the end what it was. */
export const securityEventMachine = defineMachine({
  name: 'security-event',
  initial: 'open',
  states: {
    open: { label: 'Open', tone: 'danger' },
    acknowledged: { label: 'Acknowledged', tone: 'warning' },
    resolved: { label: 'Resolved', tone: 'success', final: true },
  },
  transitions: {
    acknowledge: { from: ['open'], to: 'acknowledged', label: 'Acknowledge', needs: 'security.triage', side: 'owner', by: 'person' },
    resolve: { from: ['open', 'acknowledged'], to: 'resolved', label: 'Resolve', needs: 'security.triage', side: 'owner', by: 'person' },
  },
})
