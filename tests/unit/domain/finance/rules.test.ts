import fc from 'fast-check'

import {
  allocatePayment,
  creditExposure,
  dueDay,
  isInvoiceOverdue,
  mustBeWithinCredit,
  mustFitAllocations,
  remainingCredit,
  settlementOf,
} from '@/domain/finance/rules'

import { refusal } from '../../kernel/refusal'

const invoice = (id: string, dueOn: string, openMinor: number) => ({ id, number: `INV-${id}`, dueOn, openMinor })

describe('F5 settlement', () => {
  it('F5 goes from open to partial to paid and back when a payment is reversed', () => {
    expect(settlementOf(10_000, [])).toEqual({ openMinor: 10_000, settlement: 'open' })
    expect(settlementOf(10_000, [3000])).toEqual({ openMinor: 7000, settlement: 'partial' })
    expect(settlementOf(10_000, [3000, 7000])).toEqual({ openMinor: 0, settlement: 'paid' })
    expect(settlementOf(10_000, [3000, 7000, -7000])).toEqual({ openMinor: 7000, settlement: 'partial' })
    expect(settlementOf(0, []).settlement).toBe('paid')
  })

  it('F5 is overdue only while posted, open and past its due day', () => {
    const posted = { status: 'posted', dueOn: '2026-06-30', openMinor: 1 }
    expect(isInvoiceOverdue(posted, '2026-06-30')).toBe(false)
    expect(isInvoiceOverdue(posted, '2026-07-01')).toBe(true)
    expect(isInvoiceOverdue({ ...posted, openMinor: 0 }, '2026-07-01')).toBe(false)
    expect(isInvoiceOverdue({ ...posted, status: 'void' }, '2026-07-01')).toBe(false)
  })
})

describe('F6 F7 payments', () => {
  it('F7 pays 150 to the oldest due first: B 80, A 70', () => {
    const invoices = [invoice('A', '2026-03-01', 10_000), invoice('B', '2026-02-01', 8000)]
    expect(allocatePayment(15_000, invoices)).toEqual({
      allocations: [
        { invoice: 'B', amountMinor: 8000 },
        { invoice: 'A', amountMinor: 7000 },
      ],
      remainingMinor: 0,
    })
  })

  it('F6 keeps an over-payment as credit that can be refunded alone', () => {
    const { allocations, remainingMinor } = allocatePayment(9500, [invoice('A', '2026-03-01', 8900)])
    expect([allocations, remainingMinor]).toEqual([[{ invoice: 'A', amountMinor: 8900 }], 600])
    expect(remainingCredit({ amountMinor: 9500, allocations: [8900] })).toBe(600)
    expect(remainingCredit({ amountMinor: 9500, allocations: [8900], refunds: [600] })).toBe(0)
    expect(remainingCredit({ amountMinor: 9500, allocations: [8900, -8900] })).toBe(9500)
  })

  it('F7 never allocates more than is open or paid, and loses nothing', () => {
    const open = fc.record({
      id: fc.uuid(),
      number: fc.constant('x'),
      dueOn: fc.constantFrom('2026-01-01', '2026-02-01'),
      openMinor: fc.nat(100_000),
    })
    fc.assert(
      fc.property(fc.nat(500_000), fc.uniqueArray(open, { selector: (row) => row.id }), (amount, invoices) => {
        const { allocations, remainingMinor } = allocatePayment(amount, invoices)
        expect(allocations.reduce((sum, row) => sum + row.amountMinor, remainingMinor)).toBe(amount)
        for (const row of allocations)
          expect(row.amountMinor).toBeLessThanOrEqual(invoices.find(({ id }) => id === row.invoice)!.openMinor)
        const payment = { number: 'PAY-1', remainingMinor: amount }
        expect(() => mustFitAllocations({ allocations, invoices, payment, currency: 'USD' })).not.toThrow()
      }),
    )
  })

  it('F7 refuses allocations beyond an invoice or the payment', () => {
    const invoices = [invoice('A', '2026-03-01', 10_000)]
    const choose = (amountMinor: number, remainingMinor: number) =>
      refusal(() =>
        mustFitAllocations({
          allocations: [{ invoice: 'A', amountMinor }],
          invoices,
          payment: { number: 'PAY-1', remainingMinor },
          currency: 'USD',
        }),
      )
    expect(choose(10_001, 20_000).message).toBe('$100.01 cannot be allocated to INV-A, $100.00 is open.')
    expect(choose(10_000, 9000).message).toBe('$100.00 cannot be allocated to PAY-1, $90.00 is open.')
  })

  it('is due the days of the terms after the invoice', () => {
    expect([dueDay('2026-03-01', { days: 30 }), dueDay('2026-12-31', { days: 0 })]).toEqual([
      '2026-03-31',
      '2026-12-31',
    ])
  })
})

describe('S16 credit exposure', () => {
  const none = { unshippedMinor: 0, unbilledMinor: 0, receivableMinor: 0, unappliedMinor: 0 }

  it('S16 counts a chain once: confirmed, delivered, invoiced are 60 each', () => {
    const chain = [{ unshippedMinor: 6000 }, { unbilledMinor: 6000 }, { receivableMinor: 6000 }]
    expect(chain.map((facts) => creditExposure({ ...none, ...facts }))).toEqual([6000, 6000, 6000])
    expect(creditExposure({ ...none, receivableMinor: 6000, unappliedMinor: 1000 })).toBe(5000)
  })

  it('S16 limit 100: after 60 an order of 40 fits and one of 41 is refused', () => {
    const order =
      (documentMinor: number, limitMinor: number | null = 10_000) =>
      () =>
        mustBeWithinCredit({ limitMinor, facts: { ...none, receivableMinor: 6000 }, documentMinor, currency: 'USD' })
    expect(order(4000)).not.toThrow()
    expect(order(1_000_000, null)).not.toThrow()
    expect(refusal(order(4100))).toMatchObject({
      code: 'CREDIT_EXCEEDED',
      status: 422,
      message: 'The credit limit is $100.00; with this document $101.00 would be open.',
    })
  })
})
