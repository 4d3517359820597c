/** What an organization asks of passwords; of several organizations the strictest counts. */
export interface PasswordRules {
  minimum: number
  /** capital and small letters, digits and signs, each at least once */
  needsClasses: boolean
  history: number
  /** null: passwords do not grow old */
  maxDays: number | null
}

/** A problem of a password: the sentence for people and the short form for its field. */
export interface Weakness {
  reason: string
  message: string
}

const MOST = 128
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/\p{Lu}/u, 'a capital letter'],
  [/\p{Ll}/u, 'a small letter'],
  [/\p{N}/u, 'a digit'],
  [/[^\p{L}\p{N}]/u, 'a sign'],
]

/** The strictest of the rules of several organizations; the defaults of the classic profile when there is none. */
export function strictest(rules: readonly PasswordRules[]): PasswordRules {
  const days = rules.flatMap((one) => (one.maxDays === null ? [] : [one.maxDays]))
  return {
    minimum: Math.max(8, ...rules.map((one) => one.minimum)),
    needsClasses: rules.length === 0 || rules.some((one) => one.needsClasses),
    history: Math.max(...rules.map((one) => one.history), rules.length === 0 ? 5 : 0),
    maxDays: days.length === 0 ? null : Math.min(...days),
  }
}

/** What is wrong with a password for a person, or null. `isCommon` looks it up among those people take most. */
export function weaknessOf(password: string, rules: PasswordRules, words: readonly string[], isCommon: (password: string) => boolean): Weakness | null {
  const length = [...password].length
  if (length < rules.minimum) return { reason: `A password has at least ${rules.minimum} characters.`, message: 'is too short' }
  if (length > MOST) return { reason: `A password has at most ${MOST} characters.`, message: 'is too long' }
  const missing = rules.needsClasses ? CLASSES.filter(([sign]) => !sign.test(password)).map(([, name]) => name) : []
  if (missing.length > 0) return { reason: `The password also needs ${listed(missing)}.`, message: `needs ${listed(missing)}` }
  const word = personalWords(words).find((one) => password.toLowerCase().includes(one))
  if (word) return { reason: 'The password must not contain your name, address or organization.', message: `contains "${word}"` }
  const isEasy = new Set(password.toLowerCase()).size < 5 || isCommon(password)
  return isEasy ? { reason: 'This password is too easy to guess; take a longer or less regular one.', message: 'is easy to guess' } : null
}

/** The rules in words, for the hint below a password field. */
export function spokenRules({ minimum, needsClasses }: PasswordRules): string {
  const kinds = needsClasses ? ' with capital and small letters, digits and signs' : ''
  return `At least ${minimum} characters${kinds}; not your name or address, and nothing common.`
}

/** Days until a password set on a day has to be changed; negative when it is over. Null: it does not grow old. */
export function daysLeft(changedAt: Date, now: Date, { maxDays }: PasswordRules): number | null {
  return maxDays === null ? null : Math.ceil(maxDays - (now.getTime() - changedAt.getTime()) / 86_400_000)
}

// Parts of names and addresses; short ones ("de", "inc") stand in too many good passwords to be refused.
function personalWords(words: readonly string[]): string[] {
  return words.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 4 && !COMMON_PARTS.has(word))
}

const COMMON_PARTS = new Set(['mail', 'gmail', 'example', 'company', 'dealer', 'admin', 'user', 'test', 'headquarters'])

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
