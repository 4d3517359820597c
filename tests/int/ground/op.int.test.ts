import { beforeAll, expect, jest, test } from '@jest/globals'

import { aNetwork, type Network } from '@tests/builders/network'
import { ownerQuery } from '@tests/setup/database'
import { readArguments } from '../../../scripts/op/arguments'
import { runOperation } from '../../../scripts/op/run-operation'

let network: Network

beforeAll(async () => {
  network = await aNetwork()
})

const run = async (...given: string[]) => {
  const wanted = readArguments(given)
  if (!wanted) throw new Error('Nothing was asked.')
  const said: string[] = []
  const listen = (chunk: unknown) => said.push(String(chunk)) > 0
  const spies = [jest.spyOn(process.stdout, 'write').mockImplementation(listen), jest.spyOn(process.stderr, 'write').mockImplementation(listen)]
  try {
    return { code: await runOperation(wanted), said: said.join('') }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

const dealers = async () => (await ownerQuery('select 1 from dealers where code = $1', ['CLI'])).length

test('npm run op: dry unless committed, with the rights of a person', async () => {
  const input = JSON.stringify({ code: 'CLI', name: 'From the command line' })
  const dry = await run('dealer.create', input, '--as', network.people.sales.email)
  expect([dry.code, dry.said]).toEqual([0, expect.stringContaining('Dry run')])
  expect(await dealers()).toBe(0)
  const refused = await run('dealer.create', input, '--as', network.d1.admin.email)
  expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('PERMISSION_REFUSED')])
  const kept = await run('dealer.create', input, '--organization', network.hq.slug, '--commit')
  expect([kept.code, await dealers()]).toEqual([0, 1])
  await expect(run('dealer.invent')).rejects.toThrow('There is no operation dealer.invent')
  expect((await run('list')).said).toContain('member.invite')
  expect(() => readArguments(['dealer.create', '{'])).toThrow('This is not JSON')
  expect(readArguments([])).toBeNull()
})
