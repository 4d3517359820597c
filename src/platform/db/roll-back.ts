import type { ClientBase } from 'pg'

/**
 * Rolls back what failed or is not to stay. Only a lost connection keeps a rollback from working, and the database ends
 * the transaction with it: the failure that led here is the one to tell. Answers true when the connection is lost, for
 * `release`.
 */
export async function rollBack(client: Pick<ClientBase, 'query'>): Promise<boolean> {
  try {
    await client.query('rollback')
    return false
  } catch {
    return true
  }
}
