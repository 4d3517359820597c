import { describe, expect, it } from '@jest/globals'

import { queryOf } from '@/components/admin/bulk/all-rows'

describe('all rows of a list are asked for page by page', () => {
  it('with the conditions of its address, its search and its focus', () => {
    const query = queryOf({ where: { status: { in: ['submitted', 'draft'] } }, q: 'SO-1' }, ['number', 'buyerName'], 2)
    expect(Object.fromEntries(query)).toEqual({
      ...{ limit: '100', page: '2', depth: '0', sort: 'id', 'select[id]': 'true' },
      ...{ 'where[and][0][status][in][0]': 'submitted', 'where[and][0][status][in][1]': 'draft' },
      ...{ 'where[and][1][or][0][number][like]': 'SO-1', 'where[and][1][or][1][buyerName][like]': 'SO-1' },
    })
  })

  it('with nothing but the page where nothing narrows it', () => {
    expect([...queryOf({}, ['number'], 1).keys()].filter((key) => key.startsWith('where'))).toEqual([])
  })
})
