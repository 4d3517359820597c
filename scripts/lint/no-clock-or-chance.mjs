const isCallOf = (node, object, property) =>
  node.callee.type === 'MemberExpression' &&
  node.callee.object.name === object &&
  node.callee.property.name === property

/** Rules and words get the time and new ids as arguments, so that a test can say what day it is. */
export const noClockOrChance = {
  meta: {
    type: 'problem',
    docs: { description: 'no clock and no randomness in the domain and the kernel' },
    messages: { clock: 'Take the time as an argument (ctx.now).', chance: 'Take the id as an argument (ctx.id()).' },
    schema: [],
  },
  create: (context) => ({
    NewExpression(node) {
      if (node.callee.name === 'Date' && node.arguments.length === 0) context.report({ node, messageId: 'clock' })
    },
    CallExpression(node) {
      if (isCallOf(node, 'Date', 'now')) context.report({ node, messageId: 'clock' })
      if (isCallOf(node, 'Math', 'random')) context.report({ node, messageId: 'chance' })
      const name = node.callee.name ?? node.callee.property?.name
      if (name === 'randomUUID' || name === 'randomBytes') context.report({ node, messageId: 'chance' })
    },
  }),
}
