import { applyCreditNote, creditInvoice, postInvoice, voidInvoice } from '@/domain/finance'
import { perform } from '@/platform/perform'
import { aCredit, aDraft, anInvoice, aPayment, moneyOf } from '@tests/builders/finance'
import { aNetwork, type Network } from '@tests/builders/network'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

const rows = async <T extends object>(text: string, values: unknown[] = []) =>
  (await net.payload.db.pool.query<T>(text, values)).rows
const lineOf = async (invoice: string) =>
  (await rows<{ id: string }>('select id from invoice_lines where invoice_id = $1 order by line_no', [invoice]))[0]
    ?.id ?? ''
const amounts = async (invoice: string) =>
  (
    await rows(
      'select net_minor::int as net, tax_minor::int as tax, gross_minor::int as gross from invoice_lines where invoice_id = $1 order by line_no',
      [invoice],
    )
  )[0]
const finance = () => net.caller(net.people.finance)
const THIRDS = [{ quantity: '3', unitPriceMicro: 33_333_333, taxes: [{ name: 'VAT', ratePpm: 200_000 }] }]

describe('F4 credit notes', () => {
  it('F4 credits one third at the taxes of the line, 33.33 + 6.67 = 40.00, and never more than was billed', async () => {
    const { id } = await anInvoice(net, { lines: THIRDS })
    const line = await lineOf(id)
    expect(await amounts(id)).toEqual({ net: 10_000, tax: 2000, gross: 12_000 })
    const first = await aCredit(net, id, [{ line, quantity: '1' }])
    expect(first).toMatchObject({ totalMinor: 4000, openMinor: 0, number: expect.stringMatching(/^CN-\d{4}-00001$/) })
    expect(await amounts(first.id)).toEqual({ net: 3333, tax: 667, gross: 4000 })
    expect(await moneyOf(net, id)).toMatchObject({ open: 8000, settlement: 'partial' })
    await expect(aCredit(net, id, [{ line, quantity: '2.25' }])).rejects.toMatchObject({
      status: 422,
      message: 'Line 1: 2.25 cannot be credited, 2 are left.',
    })
    const rest = await aCredit(net, id)
    expect(rest.totalMinor).toBe(8000)
    expect(await moneyOf(net, id)).toMatchObject({ open: 0, settlement: 'paid' })
    await expect(aCredit(net, id)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('F4 credit of a paid invoice stays as credit of the dealer and settles another one', async () => {
    const { id } = await anInvoice(net, { totalMinor: 5000 })
    await aPayment(net, 5000)
    const credit = await aCredit(net, id)
    expect(credit.openMinor).toBe(5000)
    const next = await anInvoice(net, { totalMinor: 3000 })
    const applied = await perform(applyCreditNote, { id: credit.id }, await finance())
    expect([applied.openMinor, await moneyOf(net, next.id)]).toMatchObject([2000, { open: 0, settlement: 'paid' }])
    await expect(perform(voidInvoice, { id, reason: 'x' }, await finance())).rejects.toMatchObject({ code: 'CONFLICT' })
    await perform(voidInvoice, { id: credit.id, reason: 'Goods were fine.' }, await finance())
    expect(await moneyOf(net, next.id)).toMatchObject({ open: 3000, settlement: 'open' })
    expect(await moneyOf(net, credit.id)).toMatchObject({ status: 'void', open: 0 })
    expect((await aCredit(net, id)).totalMinor).toBe(5000)
  })

  it('F4 refuses to credit drafts, credit notes and lines of other invoices', async () => {
    const draft = await aDraft(net)
    await expect(aCredit(net, draft)).rejects.toMatchObject({ code: 'STATE_REFUSED' })
    const { id } = await anInvoice(net)
    await expect(aCredit(net, id, [{ line: await lineOf(draft), quantity: '1' }])).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const credit = await aCredit(net, id)
    await expect(aCredit(net, credit.id)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(perform(postInvoice, { id: credit.id }, await finance())).rejects.toMatchObject({
      code: 'STATE_REFUSED',
    })
  })

  it('F4 two credits of the same goods at once: one is refused', async () => {
    const { id } = await anInvoice(net, { lines: THIRDS })
    const input = { id, lines: [{ line: await lineOf(id), quantity: '2' }], reason: 'Twice.' }
    const caller = await finance()
    const outcome = await Promise.allSettled([
      perform(creditInvoice, input, caller),
      perform(creditInvoice, input, caller),
    ])
    expect(outcome.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await moneyOf(net, id)).toMatchObject({ open: 4000 })
  })
})
