const methods = new Set([
  ...[
    'find',
    'findByID',
    'findDistinct',
    'findVersions',
    'findVersionByID',
    'restoreVersion',
    'count',
    'countVersions',
  ],
  ...['create', 'update', 'delete', 'duplicate', 'findGlobal', 'updateGlobal', 'findGlobalVersions'],
])

const isPayload = (node) =>
  node.name === 'payload' || (node.type === 'MemberExpression' && node.property.name === 'payload')

const passesReq = (argument) =>
  argument?.type === 'ObjectExpression' &&
  argument.properties.some((one) => one.type === 'SpreadElement' || one.key?.name === 'req')

const isInTry = (node) => {
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (parent.type === 'TryStatement' && parent.block === child) return true
  }
  return false
}

/**
 * A Local API call without `req` runs outside the transaction of its request (and may wait for a connection that this
 * request holds); one that fails inside rolls the whole transaction back, so catching its error reports success.
 */
export const localApiWithReq = {
  meta: {
    type: 'problem',
    docs: { description: 'Local API calls of hooks and endpoints pass req and let their errors through' },
    messages: {
      req: 'Pass req: without it this call runs outside the transaction of the request.',
      caught: 'Let the error through: the transaction is already rolled back when it arrives here.',
    },
    schema: [],
  },
  create: (context) => ({
    CallExpression(node) {
      const { callee } = node
      if (callee.type !== 'MemberExpression' || !methods.has(callee.property.name) || !isPayload(callee.object)) return
      if (!passesReq(node.arguments[0])) context.report({ node, messageId: 'req' })
      if (isInTry(node) || node.parent.property?.name === 'catch') context.report({ node, messageId: 'caught' })
    },
  }),
}
