import { deleteDraft, postInvoice, voidInvoice } from '@/domain/finance'
import { perform } from '@/platform/perform'
import { aDraft, anInvoice, moneyOf } from '@tests/builders/finance'
import { aNetwork, type Network } from '@tests/builders/network'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

const YEAR = new Date().getUTCFullYear()

describe('F1 F2 numbers of invoices', () => {
  it('F1 gives no number to a draft and leaves no gap when one is deleted', async () => {
    const caller = await net.caller(net.people.finance)
    const [first, second] = [await aDraft(net), await aDraft(net)]
    expect((await moneyOf(net, first)).number).toBeNull()
    expect(await perform(postInvoice, { id: second }, caller)).toMatchObject({ number: `INV-${YEAR}-00001` })
    await perform(deleteDraft, { id: first }, caller)
    await expect(perform(postInvoice, { id: first }, caller)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await anInvoice(net)).toMatchObject({ number: `INV-${YEAR}-00002` })
  })

  it('F2 keeps the number of a voided invoice and goes on after it', async () => {
    const caller = await net.caller(net.people.finance)
    const { id, number } = await anInvoice(net)
    await perform(voidInvoice, { id, reason: 'Wrong dealer.' }, caller)
    expect(await moneyOf(net, id)).toMatchObject({ status: 'void', number, open: 0 })
    const next = await anInvoice(net)
    expect(Number(next.number.slice(-5))).toBe(Number(number.slice(-5)) + 1)
    await expect(perform(voidInvoice, { id, reason: 'Again.' }, caller)).rejects.toMatchObject({
      code: 'STATE_REFUSED',
    })
    await expect(perform(deleteDraft, { id }, caller)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('void or credit it instead'),
    })
  })

  it('F1 two sellers both have the first number, and 50 posts with 5 rollbacks give 45 numbers without a gap', async () => {
    const other = await aNetwork()
    const ids: string[] = []
    for (let at = 0; at < 50; at += 1)
      ids.push(await aDraft(other, { buyer: at % 2 ? other.d1.party : other.d2.party }))
    const caller = await other.caller(other.people.finance)
    // A dry run does everything and rolls back, after the number was taken.
    const posts = ids.map((id, at) => perform(postInvoice, { id }, { ...caller, dryRun: at % 10 === 0 }))
    await Promise.all(posts)
    const { rows } = await net.payload.db.pool.query<{ number: string; seq: number }>(
      'select number, number_seq::int as seq from invoices where organization_id = $1 and number is not null order by number_seq',
      [other.hq.id],
    )
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 45 }, (_, at) => at + 1))
    expect(rows[0]?.number).toBe(`INV-${YEAR}-00001`)
  })

  it("F1 takes the day and the year of the seller's zone", async () => {
    const tokyo = await aNetwork({ currency: 'JPY', zone: 'Asia/Tokyo' })
    const now = new Date('2026-12-31T16:00:00Z')
    const { id, number } = await anInvoice(tokyo, { now })
    expect(number).toBe('INV-2027-00001')
    const { rows } = await net.payload.db.pool.query(
      'select invoiced_on as day, due_on as due from invoices where id = $1',
      [id],
    )
    expect(rows).toEqual([{ day: '2027-01-01', due: '2027-01-31' }])
  })
})
