import { perProcess } from '@/platform/per-process'

type Ending = () => Promise<void>

const endings = perProcess('endings', () => new Set<Ending>())

/** Something to be done before the web process ends. */
export function beforeEnd(ending: Ending): void {
  endings.add(ending)
}

/** Does all of it; never fails, since the process ends either way. */
export async function endAll(): Promise<void> {
  await Promise.allSettled([...endings].map((ending) => ending()))
}
