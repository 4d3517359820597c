const rowLock = /\bfor\s+(no\s+key\s+)?(update|share)\b(?!\s+(skip\s+locked|nowait))/i

/**
 * Row locks are taken in one file, in one order: the order is what keeps two orders from waiting for each other.
 * A lock that never waits (`skip locked`, `nowait`) needs no order.
 */
export const locksInOnePlace = {
  meta: {
    type: 'problem',
    docs: { description: 'row locks are taken by src/platform/locks.ts alone' },
    messages: { lock: 'Take row locks through src/platform/locks.ts, which keeps their order.' },
    schema: [],
  },
  create: (context) => ({
    Literal(node) {
      if (typeof node.value === 'string' && rowLock.test(node.value)) context.report({ node, messageId: 'lock' })
    },
    TemplateElement(node) {
      if (rowLock.test(node.value.raw)) context.report({ node, messageId: 'lock' })
    },
  }),
}
