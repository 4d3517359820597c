import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { inProject, projectRoot } from '../lib/root'
import { say } from '../lib/say'
import type { Suite } from './suite'

type FileCoverage = { s: Record<string, number> }
type Rooms = Map<string, Map<string, Map<string, boolean>>>

/** Share of statements (per cent) each room's tests must at least run. */
const goals: Record<string, number> = { kernel: 90, domain: 80, platform: 75 }

/** True in CI and where `--coverage` was asked for. */
export function wantsCoverage(): boolean {
  return Boolean(process.env.CI) || process.argv.includes('--coverage')
}

/** Adds up what the Jest projects ran of each room and holds it against the goals. */
export const coverageSuite: Suite = {
  name: 'coverage',
  exists: wantsCoverage,
  run: async () => {
    const rooms: Rooms = new Map()
    for (const project of ['unit', 'int']) addReport(rooms, inProject('coverage', project, 'coverage-final.json'))
    const below = Object.entries(goals).filter(([room, goal]) => report(room, goal, rooms) < goal)
    return below.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  },
}

function addReport(rooms: Rooms, file: string): void {
  if (!existsSync(file)) return
  const coverage = JSON.parse(readFileSync(file, 'utf8')) as Record<string, FileCoverage>
  for (const [name, { s }] of Object.entries(coverage)) {
    const room = path.relative(projectRoot, name).split(path.sep)[1] ?? ''
    const files = rooms.get(room) ?? new Map<string, Map<string, boolean>>()
    const lines = files.get(name) ?? new Map<string, boolean>()
    for (const [line, hits] of Object.entries(s)) lines.set(line, (lines.get(line) ?? false) || hits > 0)
    rooms.set(room, files.set(name, lines))
  }
}

function report(room: string, goal: number, rooms: Rooms): number {
  const lines = [...(rooms.get(room)?.values() ?? [])].flatMap((file) => [...file.values()])
  const share = lines.length === 0 ? 0 : (100 * lines.filter(Boolean).length) / lines.length
  say(`${room}: ${share.toFixed(1)} % of the lines were run (at least ${goal} %)`)
  return share
}
