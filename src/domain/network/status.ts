import { defineMachine } from '@/kernel/machine'

/** The life of a dealer. Suspending cuts sign-ins and ordering in one transaction. */
export const dealerMachine = defineMachine({
  name: 'dealer',
  initial: 'pending',
  states: {
    pending: { label: 'Pending', tone: 'warning' },
    active: { label: 'Active', tone: 'success' },
    suspended: { label: 'Suspended', tone: 'danger' },
    terminated: { label: 'Terminated', tone: 'neutral', final: true },
  },
  transitions: {
    activate: { from: ['pending'], to: 'active', label: 'Activate', needs: 'dealer.approve', emits: 'dealer.activated', side: 'owner', by: 'person' },
    suspend: { from: ['active'], to: 'suspended', label: 'Suspend', needs: 'dealer.suspend', emits: 'dealer.suspended', side: 'owner', by: 'person', confirm: 'Its people are signed out and cannot order until it is reinstated.' },
    reinstate: { from: ['suspended'], to: 'active', label: 'Reinstate', needs: 'dealer.suspend', emits: 'dealer.reinstated', side: 'owner', by: 'person' },
    terminate: { from: ['active', 'suspended'], to: 'terminated', label: 'Terminate', needs: 'dealer.terminate', emits: 'dealer.terminated', side: 'owner', by: 'person', confirm: 'A terminated dealer cannot be reinstated.' },
  },
})
