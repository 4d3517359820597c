import { annotateInvoice } from '@/domain/finance'
import { perform } from '@/platform/perform'
import { aDraft, anInvoice } from '@tests/builders/finance'
import { aNetwork, type Network } from '@tests/builders/network'
import { ownerQuery } from '@tests/setup/database'

let net: Network
let id: string

beforeAll(async () => {
  net = await aNetwork()
  id = (await anInvoice(net)).id
})

const TOUCHES = [
  'update invoices set total_minor = total_minor + 1 where id = $1',
  "update invoices set due_on = '2030-01-01' where id = $1",
  'update invoices set number = null where id = $1',
  "update invoices set buyer_name = 'Somebody else' where id = $1",
  `update invoices set bill_to = '{"name": "x"}' where id = $1`,
  'update invoices set tax_inclusive = true where id = $1',
  "update invoices set status = 'draft' where id = $1",
  'delete from invoices where id = $1',
  'update invoice_lines set net_minor = 1, gross_minor = 1 where invoice_id = $1',
  "update invoice_lines set name = 'Another' where invoice_id = $1",
  'delete from invoice_lines where invoice_id = $1',
  `insert into invoice_lines (id, invoice_id, line_no, name, unit, quantity, unit_price_micro, discount_minor, net_minor, tax_minor, gross_minor, organization_id, tree_id, revision, created_at, updated_at)
    select gen_random_uuid(), id, 99, 'More', 'PCS', 1, 1, 0, 1, 0, 1, organization_id, tree_id, 1, now(), now() from invoices where id = $1`,
]

describe('F3 posted rows are final', () => {
  it.each(TOUCHES)('F3 refuses as the role of the application: %s', async (text) => {
    await expect(net.payload.db.pool.query(text, [id])).rejects.toThrow(/written by operations only/)
    const client = await net.payload.db.pool.connect()
    try {
      await client.query("begin; select set_config('tf.operation', 'invoice.post', true)")
      await expect(client.query(text, [id])).rejects.toMatchObject({ code: 'TF001' })
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  it.each(TOUCHES)('F3 refuses the owner of the tables too: %s', async (text) => {
    await expect(ownerQuery(text, [id])).rejects.toMatchObject({ code: 'TF001' })
  })

  it('F3 refuses Payload, also with access overridden', async () => {
    const change = { collection: 'invoices' as const, id, data: { note: 'x' }, overrideAccess: true }
    await expect(net.payload.update(change)).rejects.toThrow()
    await expect(net.payload.delete({ collection: 'invoices', id, overrideAccess: true })).rejects.toThrow()
  })

  it('F3 lets notes be changed, with a trace', async () => {
    const caller = await net.caller(net.people.finance)
    await perform(annotateInvoice, { id, internalNote: 'Promised for Friday.' }, caller)
    const [row] = await ownerQuery<{ changes: Record<string, unknown> }>(
      "select changes from audit_log where subject = $1 and operation = 'invoice.annotate'",
      [id],
    )
    expect(row?.changes).toEqual({ internalNote: { from: null, to: 'Promised for Friday.' } })
    await expect(perform(annotateInvoice, { id }, caller)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(perform(annotateInvoice, { id, totalMinor: 1 }, caller)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
  })

  it('F3 an application that forgets its operation cannot even touch a draft', async () => {
    const draft = await aDraft(net)
    await expect(net.payload.db.pool.query("update invoices set note = 'x' where id = $1", [draft])).rejects.toThrow(
      /operations only/,
    )
  })
})
