import common from '@/platform/passwords/common-passwords.json' with { type: 'json' }

// 30,000 passwords people take most, most frequent first (from @zxcvbn-ts/language-common, MIT); read when first asked.
let known: ReadonlySet<string> | null = null

const SIGNS: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't' }

/**
 * True for a password out of the list, in any case, and for one that is mostly a word of it, or the same again and again: "P@ssw0rd!1" is "password"
 * with signs in it.
 */
export function isCommonPassword(password: string): boolean {
  known ??= new Set(common.split(' '))
  // "dragondragon" is no better than "dragon".
  const lower = password.toLowerCase().replace(/^(.+?)\1+$/s, '$1')
  return [lower, trimmed(lower), trimmed(spelled(lower)), trimmed(spelled(trimmed(lower)))].some((core) => known?.has(core) && core.length * 2 >= lower.length)
}

// Digits and signs around the word are what rules make people add.
function trimmed(text: string): string {
  return text.replace(/^[^a-z]+|[^a-z]+$/g, '')
}

function spelled(text: string): string {
  return text.replace(/[@431!0$57]/g, (sign) => SIGNS[sign] ?? sign)
}
