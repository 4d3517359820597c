import { describe, expect, test } from '@jest/globals'
import { safePath } from '@/platform/next/safe-path'

describe('the page somebody wanted before signing in', () => {
  test.each(['/dealer/d1/orders/1?tab=open#lines', '/admin/collections/orders', '/'])('%s is kept', (path) => {
    expect(safePath(path)).toBe(path)
  })

  test.each([undefined, '', 'orders', '//evil.example', '/\\evil.example', '/\t/evil.example', '/.//evil.example', 'https://evil.example', 'javascript:alert(1)'])('%j is not', (path) => {
    expect(safePath(path)).toBeNull()
  })
})
