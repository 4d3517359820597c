import { describe, expect, test } from '@jest/globals'

import { exportFilterOf } from '@/components/admin/lists/export-filter'

describe('the filter of an export', () => {
  test('every condition of the address counts, with its operator and its place', () => {
    const search = new URLSearchParams('where[or][0][and][0][status][in][0]=posted&where[or][0][and][0][status][in][1]=void&where[or][0][and][1][dueOn][less_than]=2026-11-20&search=%20ab%20&limit=25')
    expect(exportFilterOf(search)).toEqual({
      q: 'ab',
      where: { or: [{ and: [{ status: { in: ['posted', 'void'] } }, { dueOn: { less_than: '2026-11-20' } }] }] },
    })
  })

  test('what the page narrows the list by is added; without anything the whole list is meant', () => {
    const focus = { counterparty: { in: ['a'] } }
    expect(exportFilterOf(new URLSearchParams(''), focus)).toEqual({ where: focus })
    expect(exportFilterOf(new URLSearchParams('where[status][equals]=draft'), focus)).toEqual({ where: { and: [{ status: { equals: 'draft' } }, focus] } })
    expect(exportFilterOf(new URLSearchParams('page=2'))).toEqual({})
    expect(exportFilterOf(new URLSearchParams('where[__proto__][x]=1'))).toEqual({})
  })
})
