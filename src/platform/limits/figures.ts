import { readSetting } from '@/kernel/setting'
import { limitPool } from '@/platform/limits/store'
import { RATES, type RateClass } from '@/platform/limits/rates'
import { SETTING_OF } from '@/platform/limits/settings'
import { log } from '@/platform/log'
import { perProcess } from '@/platform/per-process'

/** How many points each class has for somebody. */
export type Figures = Readonly<Record<RateClass, number>>

interface Row {
  key: string
  values: (number | null)[]
}

const FRESH_MS = 30_000
const MOST = 20_000

const state = perProcess('limit-figures', () => ({ known: new Map<string, { figures: Figures; until: number }>() }))

/** What holds for those who are not signed in. */
export const installationFigures = Object.fromEntries(
  Object.entries(RATES).map(([name, { points }]) => [name, points]),
) as Figures

// Per setting one value for each membership (or the organization of a key): the nearest of its organization's path.
const LOAD = `
with places as (
  select string_to_array(trim(both '/' from o.path), '/')::uuid[] as path from organizations o
  where o.id in (select m.organization_id from memberships m where m.user_id = $1::uuid and m.status = 'active'
    union select k.organization_id from api_keys k where k.id = $1::uuid))
select k.key, json_agg((select s.value from settings s where s.key = k.key and s.branch_id is null and s.organization_id = any(p.path)
  order by array_position(p.path, s.organization_id) desc limit 1)) as values
from places p, unnest($2::text[]) as k(key) group by k.key`

/**
 * The figures of a person or an API key: of several organizations the most generous one counts. Read at most every 30
 * seconds; while the database is away the figures of the installation hold.
 */
export async function figuresOf(id: string, now = Date.now()): Promise<Figures> {
  const known = state.known.get(id)
  if (known && known.until > now) return known.figures
  const figures = await load(id).catch((err: unknown) => {
    log.warn({ msg: 'limits could not be read', err })
    return known?.figures ?? installationFigures
  })
  const [oldest] = state.known.keys()
  if (state.known.size >= MOST && oldest !== undefined) state.known.delete(oldest)
  state.known.set(id, { figures, until: now + FRESH_MS })
  return figures
}

/** Forgets what was read, so that the next request reads it again. */
export function forgetFigures(): void {
  state.known.clear()
}

async function load(id: string): Promise<Figures> {
  const settings = Object.entries(SETTING_OF)
  const { rows } = await limitPool().query<Row>({
    name: 'tf_limits',
    text: LOAD,
    values: [id, settings.map(([, setting]) => setting.key)],
  })
  const stored = new Map(rows.map((row) => [row.key, row.values]))
  const figures = settings.flatMap(([name, setting]) => {
    const values = stored.get(setting.key)
    return values ? [[name, Math.max(...values.map((value) => readSetting(setting, value)))]] : []
  })
  return { ...installationFigures, ...(Object.fromEntries(figures) as Partial<Figures>) }
}
