import { WEEK } from '@/kernel/week'
import type { SettingEditor } from '@/kernel/setting'

type Hours = Partial<Record<string, { from: string; to: string }[]>>

/** The value of a setting as a person reads it, line by line; no line where it is empty. */
export function valueWords(value: unknown, editor: SettingEditor | null, locale?: string): string[] {
  switch (editor?.kind) {
    case 'hours':
      return hourLines(value)
    case 'fields':
      return Object.keys(editor.labels).map((name) => String((value as Record<string, unknown> | null)?.[name] ?? '')).filter(Boolean)
    case 'choice':
      return [editor.labels[String(value)] ?? spoken(String(value))]
    case 'duration':
      return [durationWords(value, editor.unit) ?? measured(value, editor.unit, locale)]
    case 'number':
      return [measured(value, editor.unit, locale)]
    default:
      return listed(value, locale)
  }
}

function listed(value: unknown, locale?: string): string[] {
  return Array.isArray(value) ? value.map(String) : [plain(value, locale)].filter(Boolean)
}

function measured(value: unknown, unit = '', locale?: string): string {
  return `${plain(value, locale)} ${unit}`.trim()
}

const SECONDS = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 }
const UNITS = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]] as const

/** 90 minutes is easier to judge as "1 hour 30 minutes"; null where a single unit says nothing new. */
export function durationWords(value: unknown, unit: keyof typeof SECONDS): string | null {
  if (typeof value !== 'number' || value <= 0) return null
  let left = Math.round(value * SECONDS[unit])
  const parts: string[] = []
  for (const [name, seconds] of UNITS) {
    const count = Math.floor(left / seconds)
    left -= count * seconds
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? '' : 's'}`)
  }
  const text = parts.slice(0, 2).join(' ')
  return text === `${value} ${unit}` || text === `1 ${unit.slice(0, -1)}` ? null : text
}

/** `best-price` is "Best price". */
export function spoken(value: string): string {
  return value.charAt(0).toUpperCase() + value.slice(1).replaceAll('-', ' ')
}

function plain(value: unknown, locale?: string): string {
  if (typeof value === 'boolean') return value ? 'On' : 'Off'
  if (typeof value === 'number') return value.toLocaleString(locale)
  return typeof value === 'string' ? value : ''
}

// Days with the same hours in a row read as one: Monday – Friday 09:00 – 17:00.
function hourLines(value: unknown): string[] {
  const hours = (value ?? {}) as Hours
  const days = WEEK.map((day) => ({ day: spoken(day), said: (hours[day] ?? []).map(({ from, to }) => `${from} – ${to}`).join(', ') || 'Closed' }))
  const runs = days.reduce<{ from: string; to: string; said: string }[]>((found, { day, said }) => {
    const last = found.at(-1)
    return last?.said === said ? [...found.slice(0, -1), { ...last, to: day }] : [...found, { from: day, to: day, said }]
  }, [])
  return runs.map(({ from, to, said }) => `${from === to ? from : `${from} – ${to}`}: ${said}`)
}
