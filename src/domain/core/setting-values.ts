import type { SettingRow } from '@/domain/core/rows'
import { refuse } from '@/kernel/errors'
import { inputWords } from '@/kernel/input-words'
import type { Setting } from '@/kernel/setting'
import { grantsOf } from '@/platform/access/principal'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Context } from '@/platform/operation'

/** Where a value of its own stands: an organization, or one of its branches. */
export interface SettingPlace {
  organization: string
  branch?: string | null | undefined
}

interface Reached {
  tree: string
  isTop: boolean
}

/**
 * The organization and branch a setting is changed for. NOT_FOUND when the person does not reach them with
 * `setting.write`; refusals when the setting has no values so deep or somebody else decides about it.
 */
export async function reachedPlace(ctx: Context, place: SettingPlace, setting: Setting): Promise<Reached> {
  const to = bindings([place.organization, place.branch ?? null])
  const [row] = await ctx.rows<Reached & { hasBranch: boolean }>(
    `select o.tree_id as tree, o.id = o.tree_id as "isTop",
       $2::uuid is null or exists (select 1 from branches b where b.id = $2::uuid and b.organization_id = o.id) as "hasBranch"
     from organizations o where o.id = $1::uuid and ${sqlOf(ctx.reach('organizations', 'setting.write'), 'o', to)}`,
    to.values,
  )
  if (!row) return refuse('NOT_FOUND', { noun: 'The organization' })
  if (!row.hasBranch) return refuse('NOT_FOUND', { noun: 'The branch' })
  mustFitPlace(setting, row, place.branch ?? null)
  if (!mayChange(ctx, setting, row.tree)) refuse('PERMISSION_REFUSED', { permission: wordsOf(setting) })
  return row
}

/** Whether this person may change a setting in a tree at all; the page asks the same. */
export function mayChange({ principal }: Pick<Context, 'principal'>, setting: Setting, tree: string): boolean {
  const needed = setting.write ? ['setting.write', setting.write] : ['setting.write']
  return principal.memberships.some((membership) => {
    const { organization } = membership
    const isDecider = (setting.by ?? 'hq') === 'organization' || organization.id === tree
    const counts = (permission: string) => grantsOf(principal, membership, permission).some(({ branch }) => branch === null)
    return organization.tree === tree && isDecider && needed.every(counts)
  })
}

/** Writes a value of its own, or takes it away with `undefined`. The place was asked for with `reachedPlace`. */
export async function keepValue(
  ctx: Context,
  { organization, branch = null }: SettingPlace,
  { tree, key, revision, value }: { tree: string; key: string; revision?: number | undefined; value: unknown },
): Promise<number> {
  const own = await ownRow(ctx, organization, branch, key)
  const seen = own?.revision ?? 0
  if (revision !== undefined && revision !== seen) refuse('STALE_REVISION', { noun: 'The setting' })
  if (value === undefined) {
    if (own) ctx.remove('settings', own.id)
    return 0
  }
  if (own) ctx.update('settings', own.id, { value })
  else ctx.insert('settings', { organization, tree, branch, key, value })
  return seen + 1
}

/** The value as the setting's schema keeps it, or INPUT_INVALID with the sentence of what does not fit. */
export function fitting(setting: Setting, value: unknown): unknown {
  const parsed = setting.schema.safeParse(value, { error: inputWords })
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const at = issue?.path.length ? ` (${issue.path.join('.')})` : ''
  const message = issue?.message ?? 'does not fit'
  const reason = `${setting.label}${at}: ${message}`.replace(/([^.!?])$/, '$1.')
  return refuse('INPUT_INVALID', { reason }, [{ path: setting.key, message }])
}

function mustFitPlace(setting: Setting, { isTop }: Reached, branch: string | null): void {
  const deepest = setting.deepest ?? 'organization'
  if (branch !== null && deepest !== 'branch') refuse('INPUT_INVALID', { reason: `${setting.label} counts for the whole organization, not for one branch.` })
  if (!isTop && deepest === 'hq') refuse('INPUT_INVALID', { reason: `${setting.label} is set once, at the headquarters.` })
}

function wordsOf({ write }: Setting): string {
  return write ?? 'setting.write at the headquarters'
}

// The organization's row is not locked: every row of the tenant points to it.
async function ownRow(ctx: Context, organization: string, branch: string | null, key: string): Promise<SettingRow | undefined> {
  const [row] = await ctx.rows<{ id: string }>(
    'select id from settings where organization_id = $1::uuid and branch_id is not distinct from $2::uuid and key = $3',
    [organization, branch, key],
  )
  return row ? ctx.lock<SettingRow>('settings', row.id, { permission: 'setting.write' }) : undefined
}
