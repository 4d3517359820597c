import { writeFileSync } from 'node:fs'
import path from 'node:path'

/** True in `npm run test:matrix`, which tries many times as much as `npm test`. */
export const isLong = process.env.TF_PROFILE === 'long'

/** The seed of this run; another one comes from TF_FUZZ_SEED. */
export const seed = Number(process.env.TF_FUZZ_SEED ?? 20_261_120)

/** Hands the figures of a test file to `npm run test:matrix`, which keeps them; nothing happens elsewhere. */
export function figures(name: string, found: Record<string, unknown>): void {
  const folder = process.env.TF_FIGURES
  if (folder) writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(found))
}
