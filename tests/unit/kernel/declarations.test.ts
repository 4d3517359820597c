import { z } from 'zod'

import { reachCovers, widestReach } from '@/kernel/permission'
import { defineSequence, formatNumber } from '@/kernel/sequence'
import { defineSetting, readSetting } from '@/kernel/setting'

describe('declarations', () => {
  it('F1 formats numbers with year, series and padding', () => {
    const order = defineSequence({ name: 'order', scope: ['organization'], pattern: 'SO-{000000}' })
    const invoice = defineSequence({
      name: 'invoice',
      scope: ['organization', 'series', 'fiscalYear'],
      pattern: '{series}-{yyyy}-{0000}',
    })
    expect([formatNumber(order, 12), formatNumber(order, 12_345_678)]).toEqual(['SO-000012', 'SO-12345678'])
    expect(formatNumber(invoice, 1, { year: 2026, series: 'INV' })).toBe('INV-2026-0001')
    expect(() => formatNumber(invoice, 1, { series: 'INV' })).toThrow(/year is missing/)
  })

  it('F1 refuses a pattern that could issue one number twice', () => {
    const scope = ['organization', 'fiscalYear'] as const
    expect(() => defineSequence({ name: 'x', scope, pattern: 'X-{000}' })).toThrow(/go together/)
    expect(() => defineSequence({ name: 'x', scope: ['organization'], pattern: '{series}-{000}' })).toThrow(
      /needs the scope/,
    )
    expect(() => defineSequence({ name: 'x', scope: ['organization'], pattern: 'X' })).toThrow(/no counter/)
  })

  it('orders reaches', () => {
    expect([reachCovers('network', 'own'), reachCovers('branch', 'organization')]).toEqual([true, false])
    expect([widestReach(['own', 'organization', 'branch']), widestReach([])]).toEqual(['organization', undefined])
  })

  it('reads a setting, falling back to its default', () => {
    const on = defineSetting({
      key: 'finance.invoiceOn',
      schema: z.enum(['shipment', 'manual']),
      default: 'shipment',
      label: '',
      help: '',
      group: '',
    })
    expect([readSetting(on, 'manual'), readSetting(on, 'never'), readSetting(on, undefined)]).toEqual([
      'manual',
      'shipment',
      'shipment',
    ])
    expect(() => defineSetting({ ...on, default: 'never' as 'manual' })).toThrow()
  })
})
