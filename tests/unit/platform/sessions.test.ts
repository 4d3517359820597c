import { describe, expect, test } from '@jest/globals'

import { readAgent } from '@/platform/sessions/agent'
import { networkOf } from '@/platform/sessions/network'
import { isCommonPassword } from '@/platform/passwords/common'

describe('the network of an address', () => {
  test.each([
    ['203.0.113.7', '203.0.113.0/24'],
    ['::ffff:203.0.113.200', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['not an address', 'unknown'],
    [null, 'unknown'],
  ])('%s is in %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network)
  })
})

describe('an agent string', () => {
  test.each([
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15', { device: 'Desktop', browser: 'Safari 18', system: 'macOS Catalina' }],
    ['Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36', { device: 'Phone', browser: 'Chrome 142', system: 'Android 15' }],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', { device: 'Desktop', browser: 'Firefox 140', system: 'Linux' }],
    ['curl/8.5.0', { device: 'Program', browser: 'curl', system: null }],
    ['<script>', { device: 'Program', browser: null, system: null }],
    [null, { device: null, browser: null, system: null }],
  ])('%s', (agent, facts) => {
    expect(readAgent(agent)).toEqual(facts)
  })
})

describe('common passwords', () => {
  test.each(['password', 'PASSWORD', 'P@ssw0rd', '123456789', 'Dragon1!', 'dragondragon', 'Qwertyuiop'])('%s is one', (password) => {
    expect(isCommonPassword(password)).toBe(true)
  })

  test.each(['Thoroughfare-2026', 'correct horse battery staple', 'dragonfly over the lake', ''])('%s is none', (password) => {
    expect(isCommonPassword(password)).toBe(false)
  })
})
