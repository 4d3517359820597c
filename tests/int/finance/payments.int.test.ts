import {
  allocatePayment,
  cancelPayment,
  clearPayment,
  recordPayment,
  reversePayment,
  unallocatePayment,
  voidInvoice,
} from '@/domain/finance'
import { perform } from '@/platform/perform'
import { anInvoice, aPayment, moneyOf } from '@tests/builders/finance'
import { aNetwork, type Network } from '@tests/builders/network'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

const rows = async <T extends object>(text: string, values: unknown[] = []) =>
  (await net.payload.db.pool.query<T>(text, values)).rows
const ledger = (invoice: string) =>
  rows<{ amount: number }>('select amount_minor::int as amount from allocations where invoice_id = $1 order by id', [
    invoice,
  ]).then((all) => all.map((row) => row.amount))
const unapplied = async (id: string) =>
  (
    await rows<{ left: number; status: string }>(
      'select unapplied_minor::int as left, status from payments where id = $1',
      [id],
    )
  )[0]
const finance = () => net.caller(net.people.finance)
const events = async (name: string, subject: string) =>
  (await rows('select 1 from outbox_events where name = $1 and subject = $2', [name, subject])).length

describe('F5 an invoice is settled by what is allocated', () => {
  it('F5 goes open, partial, paid, and back to partial when a payment is reversed', async () => {
    const { id, number } = await anInvoice(net)
    await aPayment(net, 3000, { allocate: [{ invoice: id, amountMinor: 3000 }] })
    expect(await moneyOf(net, id)).toMatchObject({ open: 7000, settlement: 'partial' })
    const second = await aPayment(net, 7000, { allocate: [{ invoice: id, amountMinor: 7000 }] })
    expect(await moneyOf(net, id)).toMatchObject({ open: 0, settlement: 'paid' })
    expect(await events('invoice.paid', id)).toBe(1)
    const reversed = await perform(reversePayment, { id: second.id, reason: 'The cheque bounced.' }, await finance())
    expect(reversed.reopened).toEqual([{ invoice: id, number, openMinor: 7000 }])
    expect(await moneyOf(net, id)).toMatchObject({ open: 7000, settlement: 'partial' })
    expect(await unapplied(second.id)).toEqual({ left: 0, status: 'reversed' })
    expect(await ledger(id)).toEqual([3000, 7000, -7000])
    expect([await events('payment.cleared', second.id), await events('payment.reversed', second.id)]).toEqual([1, 1])
    await expect(perform(reversePayment, { id: second.id, reason: 'Again.' }, await finance())).rejects.toMatchObject({
      code: 'STATE_REFUSED',
    })
    await aPayment(net, 7000, { allocate: [{ invoice: id, amountMinor: 7000 }] })
  })

  it('F5 pending money counts only when cleared, and never when cancelled', async () => {
    const { id } = await anInvoice(net, { totalMinor: 5000 })
    const pending = await aPayment(net, 5000, { status: 'pending' })
    expect([await moneyOf(net, id), pending.unappliedMinor]).toMatchObject([{ open: 5000 }, 0])
    await perform(clearPayment, { id: pending.id }, await finance())
    expect(await moneyOf(net, id)).toMatchObject({ open: 0, settlement: 'paid' })
    await expect(perform(cancelPayment, { id: pending.id }, await finance())).rejects.toMatchObject({
      code: 'STATE_REFUSED',
    })
    const lost = await aPayment(net, 100, { status: 'pending' })
    await perform(cancelPayment, { id: lost.id }, await finance())
    await expect(perform(clearPayment, { id: lost.id }, await finance())).rejects.toMatchObject({
      code: 'STATE_REFUSED',
    })
  })
})

describe('F6 F7 where the money goes', () => {
  it('F6 keeps an over-payment as unapplied credit and settles the next invoice with it', async () => {
    const { id } = await anInvoice(net, { totalMinor: 8900 })
    const paid = await aPayment(net, 9500)
    expect(paid.unappliedMinor).toBe(600)
    expect(await moneyOf(net, id)).toMatchObject({ open: 0, settlement: 'paid' })
    const next = await anInvoice(net, { totalMinor: 1000 })
    expect(await moneyOf(net, next.id)).toMatchObject({ open: 1000 })
    await perform(allocatePayment, { id: paid.id }, await finance())
    expect([await moneyOf(net, next.id), await unapplied(paid.id)]).toMatchObject([{ open: 400 }, { left: 0 }])
    await aPayment(net, 400)
  })

  it('F7 pays 150 to the oldest due first: B 80, A 70', async () => {
    const at = (day: string) => new Date(`${day}T17:00:00Z`)
    const a = await anInvoice(net, { totalMinor: 10_000, now: at('2026-01-30'), buyer: net.d2.party })
    const b = await anInvoice(net, { totalMinor: 8000, now: at('2026-01-02'), buyer: net.d2.party })
    const paid = await aPayment(net, 15_000, { buyer: net.d2.party })
    expect(paid.allocations.map((row) => [row.invoice, row.amountMinor])).toEqual([
      [b.id, 8000],
      [a.id, 7000],
    ])
    expect([await moneyOf(net, a.id), await moneyOf(net, b.id)]).toMatchObject([{ open: 3000 }, { open: 0 }])
  })

  it('F7 takes an allocation back by a new row; the old one stays', async () => {
    const { id, number } = await anInvoice(net, { totalMinor: 5000 })
    const paid = await aPayment(net, 5000, { allocate: [{ invoice: id, amountMinor: 5000 }] })
    await expect(perform(voidInvoice, { id, reason: 'x' }, await finance())).rejects.toMatchObject({ code: 'CONFLICT' })
    const back = { id: paid.id, invoice: id }
    expect(await perform(unallocatePayment, { ...back, amountMinor: 2000 }, await finance())).toMatchObject({
      unappliedMinor: 2000,
      openMinor: 2000,
    })
    await expect(perform(unallocatePayment, { ...back, amountMinor: 3001 }, await finance())).rejects.toMatchObject({
      message: `Only $30.00 of ${paid.number} is allocated to ${number}.`,
    })
    await perform(unallocatePayment, back, await finance())
    expect(await ledger(id)).toEqual([5000, -2000, -3000])
    expect(await moneyOf(net, id)).toMatchObject({ open: 5000, settlement: 'open' })
    await expect(perform(unallocatePayment, back, await finance())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await perform(voidInvoice, { id, reason: 'Now it can.' }, await finance())
    await expect(
      perform(allocatePayment, { id: paid.id, allocate: [{ invoice: id, amountMinor: 1 }] }, await finance()),
    ).rejects.toMatchObject({ code: 'OVER_ALLOCATE' })
  })

  it('F7 refuses more than is open or paid, a day to come, and an invoice of somebody else', async () => {
    const { id, number } = await anInvoice(net, { totalMinor: 1000 })
    const foreign = await anInvoice(net, { totalMinor: 1000, buyer: net.d2.party })
    const pay = (allocate: unknown, more = {}) => aPayment(net, 2000, { allocate, ...more })
    await expect(pay([{ invoice: id, amountMinor: 1001 }])).rejects.toMatchObject({
      status: 422,
      message: `$10.01 cannot be allocated to ${number}, $10.00 is open.`,
    })
    await expect(
      pay([
        { invoice: id, amountMinor: 600 },
        { invoice: id, amountMinor: 401 },
      ]),
    ).rejects.toMatchObject({ code: 'OVER_ALLOCATE' })
    await expect(pay([{ invoice: foreign.id, amountMinor: 1 }])).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'The invoice was not found.',
    })
    await expect(pay('none', { receivedOn: '2099-01-01' })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(pay('none', { unknown: 1 })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  it('F7 never allocates more than is open when ten payments arrive at once', async () => {
    const other = await aNetwork()
    const { id } = await anInvoice(other, { totalMinor: 10_000 })
    const caller = await other.caller(other.people.finance)
    const input = { buyer: other.d1.party, amountMinor: 3000 }
    const paid = await Promise.all(Array.from({ length: 10 }, () => perform(recordPayment, input, caller)))
    expect(await moneyOf(other, id)).toMatchObject({ open: 0, settlement: 'paid' })
    expect((await ledger(id)).reduce((sum, amount) => sum + amount, 0)).toBe(10_000)
    expect(paid.reduce((sum, one) => sum + one.unappliedMinor, 0)).toBe(20_000)
    expect(await events('invoice.paid', id)).toBe(1)
    const chosen = {
      ...input,
      amountMinor: 100,
      allocate: [{ invoice: (await anInvoice(other, { totalMinor: 150 })).id, amountMinor: 100 }],
    }
    const outcome = await Promise.allSettled([
      perform(recordPayment, chosen, caller),
      perform(recordPayment, chosen, caller),
    ])
    expect(outcome.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('the database refuses an overdraft and changes of the ledger, whoever asks', async () => {
    const { id } = await anInvoice(net, { totalMinor: 100 })
    const client = await net.payload.db.pool.connect()
    const attempt = async (text: string) => {
      await client.query("begin; select set_config('tf.operation', 'test', true)")
      try {
        await client.query(text, text.includes('$1') ? [id] : [])
        return 'done'
      } catch (error) {
        return (error as Error).message
      } finally {
        await client.query('rollback')
      }
    }
    expect(await attempt('update invoices set open_minor = -1 where id = $1')).toMatch(/invoices_open_ck/)
    expect(await attempt('update invoices set open_minor = 101 where id = $1')).toMatch(/invoices_open_ck/)
    expect(await attempt('update allocations set amount_minor = 1')).toMatch(/ledger|permission denied/)
    expect(await attempt('delete from allocations')).toMatch(/ledger|permission denied/)
    expect(await attempt('delete from payments')).toMatch(/a payment stays|permission denied/)
    expect(await attempt('update payments set amount_minor = amount_minor + 1')).toMatch(/keeps its amount/)
    client.release()
  })
})
