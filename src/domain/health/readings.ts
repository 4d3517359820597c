import { machineReadings } from '@/domain/health/machine-readings'
import { worst, type Reading, type State, type TreeFacts } from '@/domain/health/reading'
import { treeReadings } from '@/domain/health/tree-readings'
import type { MachineFacts } from '@/platform/health/machine'

export { worst, type Reading, type State, type TreeFacts }

/** Every reading of the page: what needs somebody stands first. */
export function readingsOf(machine: MachineFacts, tree: TreeFacts): Reading[] {
  const all = [...machineReadings(machine, tree.thresholds), ...treeReadings(machine, tree)]
  return all.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
}

const ORDER: readonly State[] = ['bad', 'warn', 'ok']

/** The readings that are alarms now. */
export function alarmsOf(readings: readonly Reading[]): { key: string; label: string; says: string; todo: string }[] {
  return readings
    .filter(({ state, rings }) => rings && state === 'bad')
    .map(({ key, label, value, means, todo }) => ({ key, label, says: `${value}. ${means}`, todo: todo ?? '' }))
}
