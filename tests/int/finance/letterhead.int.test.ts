import { beforeAll, describe, expect, test } from '@jest/globals'
import { creditInvoice, invoiceView, postInvoice } from '@/domain/finance'
import { invoiceSheet } from '@/domain/finance/sheet'
import { core } from '@/domain/registry'
import { perform } from '@/platform/perform'
import { aDraft, anInvoice, putSetting } from '@tests/builders/finance'
import { aNetwork, type Network } from '@tests/builders/network'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
}, 120_000)

const SEAT = { line1: '7 Harbour Street', line2: '', postalCode: '60601', city: 'Chicago', region: 'IL', country: 'US' }
const LOOK = { locale: 'en-US', zone: 'UTC', color: null, logo: null }
const view = async (id: string) => invoiceView(await net.reader(net.people.finance), id)
const printed = async (id: string) => invoiceSheet(await view(id), LOOK).parties.map((party) => party.lines)

describe('who an invoice is from', () => {
  test('F1: is the organization by its name as long as it says nothing of itself', async () => {
    const { id } = await anInvoice(net)
    expect((await view(id)).seller).toMatchObject({ name: expect.stringContaining('Headquarters') })
    expect((await printed(id)).flat().join(' ')).not.toContain('Tax number')
  })

  test('F1, F3: is its legal name, seat and tax number at posting, on page and PDF, and stays so', async () => {
    const id = await aDraft(net)
    await putSetting(net, 'company.legalName', 'Northwind Holding LLC')
    await putSetting(net, 'company.taxNumber', '12-3456789')
    await putSetting(net, 'company.address', SEAT)
    await perform(core.setSetting, { organization: net.d1.party, key: 'company.taxNumber', value: 'BUYER-9' }, await net.caller(net.d1.admin))
    await perform(postInvoice, { id }, await net.caller(net.people.finance))
    const facts = { name: 'Northwind Holding LLC', taxNumber: '12-3456789', line1: '7 Harbour Street', city: 'Chicago' }
    expect((await view(id)).seller).toMatchObject(facts)
    await putSetting(net, 'company.legalName', 'Somebody Else Inc')
    await putSetting(net, 'company.taxNumber', '99')
    expect((await view(id)).seller).toMatchObject(facts)
    const [from] = await printed(id)
    expect(from).toEqual(expect.arrayContaining(['Northwind Holding LLC', '7 Harbour Street', 'Chicago, IL 60601', 'Tax number 12-3456789']))
    const credit = await perform(creditInvoice, { id, reason: 'Damaged.' }, await net.caller(net.people.finance))
    expect((await view(credit.id)).seller).toMatchObject({ name: 'Somebody Else Inc', taxNumber: '99' })
  })

  test('F1: what HQ says of itself is not said of a dealer: the buyer keeps its own name, address and number', async () => {
    const { id } = await anInvoice(net)
    expect((await view(id)).billTo).toMatchObject({ line1: '1 Main Street', taxNumber: 'BUYER-9' })
    const other = await anInvoice(net, { buyer: net.d2.party })
    expect((await view(other.id)).billTo?.taxNumber).toBeUndefined()
  })
})
