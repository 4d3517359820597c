/** Who may do what is decided by the access compiler; only the platform may act as nobody in particular. */
export const noAccessBypass = {
  meta: {
    type: 'problem',
    docs: { description: 'overrideAccess: true only in src/platform, scripts and tests' },
    messages: { bypass: 'Access is overridden in src/platform only: pass the user, or move this there.' },
    schema: [],
  },
  create: (context) => ({
    Property(node) {
      const name = node.key.name ?? node.key.value
      if (name === 'overrideAccess' && node.value.value === true) context.report({ node, messageId: 'bypass' })
    },
  }),
}
