import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from '@jest/globals'

import { clientAddress, settleAddresses, trustOf } from '@/platform/http/trusted-proxies'
import { networkOf } from '@/platform/limits/network'
import { parseRates } from '@/platform/limits/rates'

describe('6.5: where a request comes from', () => {
  const loopback = trustOf('loopback')

  test.each([
    ['nobody between us', '203.0.113.5', undefined, '203.0.113.5'],
    ['a claim of somebody we do not trust', '203.0.113.5', '1.1.1.1', '203.0.113.5'],
    ['our proxy on this machine', '127.0.0.1', '203.0.113.5', '203.0.113.5'],
    ['our proxy, and a claim before it', '::1', '1.1.1.1, 203.0.113.5', '203.0.113.5'],
    ['IPv4 written as IPv6', '::ffff:127.0.0.1', '203.0.113.5', '203.0.113.5'],
    ['no address at all', '127.0.0.1', 'unknown', '127.0.0.1'],
  ])('%s', (_, peer, forwarded, expected) => {
    expect(clientAddress(peer, forwarded, loopback)).toBe(expected)
  })

  test('networks of proxies, one behind the other, and nobody', () => {
    const trusts = trustOf('10.1.0.0/16, 2001:db8::1, loopback')
    expect(clientAddress('127.0.0.1', '6.6.6.6, 203.0.113.5, 2001:db8::1, 10.1.2.3', trusts)).toBe('203.0.113.5')
    expect(clientAddress('127.0.0.1', '203.0.113.5', trustOf('none'))).toBe('127.0.0.1')
    expect(() => trustOf('everybody')).toThrow('is no address and no network')
  })

  test('is settled before a server reads the request', async () => {
    settleAddresses()
    const server = http.createServer((request, answer) => answer.end(request.headers['x-forwarded-for']))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    expect(await (await fetch(url)).text()).toBe('127.0.0.1')
    expect(await (await fetch(url, { headers: { 'x-forwarded-for': '9.9.9.9, 203.0.113.7' } })).text()).toBe(
      '203.0.113.7',
    )
    server.close()
  })
})

describe('6.5: figures', () => {
  test('are read from one text, and a wrong entry is named', () => {
    expect(parseRates('general:10/60, burst:5/1')).toEqual({
      general: { points: 10, seconds: 60 },
      burst: { points: 5, seconds: 1 },
    })
    for (const wrong of ['general', 'nothing:1/1', 'general:x/1', 'general:-1/1'])
      expect(() => parseRates(wrong)).toThrow('RATE_LIMITS holds entries like')
  })

  test.each([
    ['203.0.113.5', '203.0.113.5'],
    ['::ffff:203.0.113.5', '203.0.113.5'],
    ['2001:db8:1:2:3:4:5:6', '20010db800010002/64'],
    ['nonsense', 'unknown'],
    [null, 'unknown'],
  ])('%s is counted as %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network)
  })
})
