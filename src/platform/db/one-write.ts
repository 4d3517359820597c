import type { PoolClient } from 'pg'

interface Wire {
  connection: { stream: { cork?: () => void; uncork?: () => void } }
}

/**
 * Makes a pipelined connection send all statements of one tick in one write: a write to a socket costs as much as the
 * statement it carries, and BEGIN, a key's claim or the reads of an order need not be sent one by one.
 */
export function inOneWrite(client: PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  let isHeld = false
  const hold = () => {
    isHeld = true
    const { stream } = (client as PoolClient & Wire).connection
    stream.cork?.()
    process.nextTick(() => {
      isHeld = false
      stream.uncork?.()
    })
  }
  Object.assign(client, {
    query: (...args: unknown[]) => {
      if (!isHeld) hold()
      return query(...args)
    },
  })
}
