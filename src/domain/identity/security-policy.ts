import type { Setting } from '@/kernel/setting'
import type { Reader } from '@/platform/reader'
import { settingFrom, settingsSql, type StoredSettings } from '@/platform/settings'
import type { SessionRules } from '@/platform/sessions/write-session'
import { strictest, type PasswordRules } from '@/domain/identity/password-rules'
import * as settings from '@/domain/identity/settings'

/** What holds for one person: the strictest of what its organizations ask for. */
export interface SecurityPolicy {
  password: PasswordRules
  session: SessionRules
  isAdministrator: boolean
  /** names of the organizations, which passwords must not contain */
  organizations: string[]
}

/** Whoever may do one of these is an administrator: shorter sessions, passwords that grow old. */
const ADMINISTRATORS = ['member.assign-role', 'role.write', 'setting.write']

const POLICY = `select o.name, ${settingsSql(`string_to_array(trim(both '/' from o.path), '/')::uuid[]`, '$2::text[]')} as stored,
  exists (select 1 from membership_roles mr join role_permissions p on p.role_id = mr.role_id
    where mr.membership_id = m.id and p.key = any($3::text[])) as "isAdministrator"
from memberships m join organizations o on o.id = m.organization_id where m.user_id = $1::uuid and m.status <> 'ended'`

interface PolicyRow {
  name: string
  stored: StoredSettings
  isAdministrator: boolean
}

/** The policy of a person. Somebody without an organization has the defaults. */
export async function securityPolicyOf(reader: Reader, user: string): Promise<SecurityPolicy> {
  const keys = settings.identitySettings.map((one: Setting) => one.key)
  const rows = await reader.rows<PolicyRow>(POLICY, [user, keys, ADMINISTRATORS], 'tf_security_policy')
  const each = rows.length > 0 ? rows : [{ name: '', stored: null, isAdministrator: false }]
  const sessions = each.map(sessionRules)
  return {
    password: strictest(each.map(passwordRules)),
    session: {
      idleSeconds: Math.min(...sessions.map((one) => one.idleSeconds)),
      absoluteSeconds: Math.min(...sessions.map((one) => one.absoluteSeconds)),
      limit: Math.min(...sessions.map((one) => one.limit)),
    },
    isAdministrator: each.some((one) => one.isAdministrator),
    organizations: rows.map((one) => one.name),
  }
}

function passwordRules({ stored, isAdministrator }: PolicyRow): PasswordRules {
  const isClassic = settingFrom(settings.passwordProfile, stored) === 'classic'
  const days = settingFrom(settings.passwordMaxDays, stored)
  return {
    minimum: Math.max(isClassic ? 8 : 12, settingFrom(settings.passwordMinimum, stored)),
    needsClasses: isClassic,
    history: settingFrom(settings.passwordHistory, stored),
    maxDays: isClassic && isAdministrator && days > 0 ? days : null,
  }
}

function sessionRules({ stored, isAdministrator }: PolicyRow): SessionRules {
  const [idle, hours] = isAdministrator
    ? [settings.sessionIdleAdministrators, settings.sessionHoursAdministrators]
    : [settings.sessionIdle, settings.sessionHours]
  return {
    idleSeconds: settingFrom(idle, stored) * 60,
    absoluteSeconds: settingFrom(hours, stored) * 3_600,
    limit: settingFrom(settings.sessionLimit, stored),
  }
}
