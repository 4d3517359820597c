import type { Payload } from 'payload'
import type { Finding } from '@/platform/doctor/check'
import { migrationsApart } from '@/platform/health/migrations'

/** Whether the database had the migrations of this program, all of them and no others. */
export async function migrationsSame(payload: Payload): Promise<Finding> {
  const { pending, unknown } = await migrationsApart(payload)
  return {
    id: 'Q102',
    says: 'The database had exactly the migrations of this program.',
    offenders: [...pending.map((missing) => ({ missing })), ...unknown.map((name) => ({ unknown: name }))],
  }
}
