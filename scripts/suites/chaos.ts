import { existsSync } from 'node:fs'

import { typescript } from '../lib/programs'
import { inProject } from '../lib/root'
import { runNode, type Suite, tallyOf } from './suite'

/** Kills and restarts under load, in the short profile; the program prints how many of its promises held. */
export const chaosSuite: Suite = {
  name: 'chaos',
  exists: () => existsSync(inProject('scripts', 'chaos.ts')),
  run: async () => tallyOf(await runNode(typescript('scripts/chaos.ts', '--short'))),
}
