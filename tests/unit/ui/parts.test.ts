import { House } from 'lucide-react'
import { barItems, visibleNav } from '@/components/portal/shell/nav'
import { themeFrom } from '@/components/portal/shell/theme'
import { zoneNames } from '@/components/security/preference-choices'
import { initialsOf } from '@/components/ui/avatar'
import { niceTop } from '@/components/ui/charts/scale'
import { optionForKey } from '@/components/ui/listbox'
import { saving } from '@/components/ui/price-breaks'
import { placeLine } from '@/components/portal/parts/address-lines'
import { stepped } from '@/components/ui/use-quantity'

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

test('the buttons of a quantity move in whole steps and stop at the lowest one (S20)', () => {
  const kilograms = { min: 0.001, step: 1 }
  expect([stepped(1, -1, kilograms), stepped(1.5, -1, kilograms), stepped(0.25, -1, kilograms), stepped(0.25, 1, kilograms)]).toEqual([1, 1, 0.25, 1.25])
  const fromSixInFours = { min: 6, step: 4 }
  expect([stepped(10, -1, fromSixInFours), stepped(7, -1, fromSixInFours), stepped(6, 1, fromSixInFours)]).toEqual([6, 6, 10])
  expect([stepped(1, -1, { min: 0, step: 1 }), stepped(1, -1, { min: 0.5, step: 0.5 })]).toEqual([0, 0.5])
})

test('a price break says whole percents, exactly, and never more than it gives', () => {
  const from = (unitPriceMicro: number) => ({ minQuantity: 1, unitPriceMicro })
  expect(saving(from(1_310_320_000), from(1_205_494_400))).toBe('8%')
  expect([saving(from(100), from(91)), saving(from(1000), from(929)), saving(from(100), from(100)), saving(from(0), from(0))]).toEqual(['9%', '7%', '', ''])
})

test('the place of an address is written as its country does', () => {
  const austin = { city: 'Austin', region: 'TX', postalCode: '78741', country: 'US' }
  expect([placeLine(austin), placeLine({ ...austin, region: null }), placeLine({ city: 'Nashik', region: 'MH', postalCode: '422001', country: 'IN' })]).toEqual(['Austin, TX 78741', 'Austin 78741', 'Nashik, MH 422001'])
  expect([placeLine({ city: 'Bonn', postalCode: '53113', country: 'DE' }), placeLine({})]).toEqual(['53113 Bonn', ''])
})

test('time zones are offered by their present names, each one that Intl understands', () => {
  const names = zoneNames()
  expect(names).toEqual(expect.arrayContaining(['Asia/Kolkata', 'America/Chicago', 'Europe/Kyiv', 'UTC']))
  expect(names).not.toContain('Asia/Calcutta')
  for (const timeZone of names) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
})
