import { House } from 'lucide-react'
import { barItems, visibleNav } from '@/components/portal/shell/nav'
import { themeFrom } from '@/components/portal/shell/theme'
import { initialsOf } from '@/components/ui/avatar'
import { niceTop } from '@/components/ui/charts/scale'
import { optionForKey } from '@/components/ui/listbox'

const item = (label: string, permission?: string) => ({ href: `/${label}`, label, icon: House, permission })

describe('navigation', () => {
  const nav = [{ items: [item('home')] }, { label: 'Money', items: [item('invoices', 'invoice.read')] }]

  test('shows what the person may see and drops empty sections', () => {
    expect(visibleNav(nav, () => false)).toEqual([nav[0]])
    expect(visibleNav(nav, (permission) => permission === 'invoice.read')).toEqual(nav)
  })

  test('the phone bar takes the marked places, at most four', () => {
    const places = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ ...item(name), primary: true }))
    expect(barItems([{ items: [item('first'), ...places] }]).map(({ label }) => label)).toEqual(['a', 'b', 'c', 'd'])
    expect(barItems(nav)).toHaveLength(2)
  })
})

test('the top of an axis is round and never below the data', () => {
  expect([0, 3, 7, 61, 100, 2300].map(niceTop)).toEqual([1, 4, 8, 80, 100, 4000])
})

test('keys move in a list of options and letters jump', () => {
  const options = ['Net 30', 'Net 60', 'Prepaid'].map((label) => ({ label }))
  expect(optionForKey('ArrowDown', options, 2)).toBe(2)
  expect(optionForKey('Home', options, 2)).toBe(0)
  expect(optionForKey('n', options, 0)).toBe(1)
  expect(optionForKey('p', options, 0)).toBe(2)
  expect(optionForKey('Shift', options, 0)).toBeUndefined()
})

test('initials take the first and the last word', () => {
  expect(['Orlando Gee', 'Alpine Ski & Cycle', 'volt', ''].map(initialsOf)).toEqual(['OG', 'AC', 'V', ''])
})

test('an unknown theme is the system’s', () => {
  expect(['dark', 'light', 'x', undefined].map(themeFrom)).toEqual(['dark', 'light', 'system', 'system'])
})
